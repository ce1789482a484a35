// One PostgreSQL for the whole run with a migrated template; each test file clones it and drops its clone.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#app/platform/embedded-postgres.server.ts'
import { applyMigrations } from '#app/platform/migrations.server.ts'

const TEMPLATE = 'catedra_template'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string
    template: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const dataDir = given ? null : fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-test-'))
  if (dataDir) fs.chmodSync(dataDir, 0o755)
  const embedded = dataDir ? await startEmbeddedPostgres(dataDir, { durable: false }) : null
  const server = given ?? embedded!.url
  const template = `${TEMPLATE}_${process.pid}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${template}`)
  const address = new URL(server)
  address.pathname = `/${template}`
  await applyMigrations(address.href)
  project.provide('databaseServer', server)
  project.provide('template', template)
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`)
    await admin.end()
    await embedded?.stop()
    if (dataDir) fs.rmSync(dataDir, { recursive: true, force: true })
  }
}
