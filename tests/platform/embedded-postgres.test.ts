import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import pg from 'pg'
import { startEmbeddedPostgres } from '#app/platform/embedded-postgres.server.ts'

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-embedded-'))
afterAll(() => fs.rmSync(dataDir, { recursive: true }))

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ answer: unknown }>(question)
    return rows[0]?.answer
  } finally {
    await client.end().catch(() => {})
  }
}

const begunAt = 'select pg_postmaster_start_time()::text as answer'

/** Another process that starts or adopts, and says where. */
async function startElsewhere(): Promise<{ child: ChildProcess; url: string }> {
  const source = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(path.resolve('app/platform/embedded-postgres.server.ts'))})
    const { url } = await startEmbeddedPostgres(${JSON.stringify(dataDir)}, { durable: false })
    process.send(url)
    setInterval(() => {}, 60_000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const url = await new Promise<string>((resolve, reject) => child.once('message', (said) => resolve(said as string)).once('exit', () => reject(new Error('ended before it said anything'))))
  return { child, url }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
}

// The folder that mkdtemp makes is closed to everybody else: also as root, a database in it starts.
test('it is started once, shared, adopted after a crash, and shut down by the last', async () => {
  const [mine, elsewhere] = await Promise.all([startEmbeddedPostgres(dataDir, { durable: false }), startElsewhere()])
  expect(elsewhere.url).toBe(mine.url)
  const begun = await ask(mine.url, begunAt)

  await mine.stop()
  expect(await ask(mine.url, begunAt), 'somebody else still uses it').toBe(begun)

  await kill(elsewhere.child)
  const again = await startEmbeddedPostgres(dataDir, { durable: false })
  expect(await ask(again.url, begunAt), 'it outlived the crash of its starter').toBe(begun)
  await ask(again.url, "select 'kept' as answer into kept")

  await again.stop()
  await expect(ask(again.url, begunAt)).rejects.toMatchObject({ code: 'ECONNREFUSED' })

  const anew = await startEmbeddedPostgres(dataDir, { durable: false })
  expect(await ask(anew.url, 'select answer from kept')).toBe('kept')
  await anew.stop()
}, 120_000)

test('what a killed PostgreSQL left behind stops nobody', async () => {
  const first = await startEmbeddedPostgres(dataDir, { durable: false })
  const pid = Number(fs.readFileSync(path.join(dataDir, 'postgresql/data/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  const second = await startEmbeddedPostgres(dataDir, { durable: false })
  expect(await ask(second.url, 'select 1 as answer')).toBe(1)
  await second.stop()
  await first.stop()
}, 120_000)

test('only who may read DATA_DIR knows the password', async () => {
  const { url, stop } = await startEmbeddedPostgres(dataDir, { durable: false })
  expect(fs.statSync(path.join(dataDir, 'postgresql/password')).mode & 0o077).toBe(0)
  const guessed = new URL(url)
  guessed.password = 'catedra'
  await expect(ask(guessed.href, begunAt)).rejects.toMatchObject({ code: '28P01' })
  await stop()
}, 120_000)
