// A world of its own for a test file: a fresh clone of the template database and a clock that the test sets.
import { afterAll, inject } from 'vitest'
import pg from 'pg'
import { openDatabase } from '#app/platform/db.server.ts'
import { openLog } from '#app/platform/log.server.ts'
import type { World } from '#app/platform/world.server.ts'

export type TestWorld = World & {
  pool: pg.Pool
  databaseUrl: string
  /** Sets what the clock says from now on. */
  setNow(instant: string): void
}

let count = 0

/** Call at the top of a test file; the database is dropped after its last test. */
export async function openTestWorld(now = '2026-11-22T10:00:00Z'): Promise<TestWorld> {
  const server = inject('databaseServer')
  const name = `catedra_test_${process.pid}_${++count}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name} template ${inject('template')}`)
  const address = new URL(server)
  address.pathname = `/${name}`
  const opened = openDatabase(address.href, { connections: 20 })
  let instant = new Date(now)
  afterAll(async () => {
    await opened.close()
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  })
  return {
    db: opened.db,
    pool: opened.pool,
    databaseUrl: address.href,
    log: openLog('silent', 'command'),
    publicUrl: 'https://catedra.test',
    clock: () => Promise.resolve(instant),
    setNow(text) {
      instant = new Date(text)
    },
  }
}
