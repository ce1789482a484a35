// A PostgreSQL of our own under DATA_DIR for machines that have none. Several processes may use it: it is started by the
// first, adopted by the others (also after a crash), and shut down by the last.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { findPostgres, freePort, type PostgresProgram, type RunPostgres } from './embedded-postgres-programs.server.ts'
import { identityOf, isRunning, withFolderLock } from './folder-lock.server.mjs'

export type EmbeddedPostgres = { url: string; stop(): Promise<void> }

const USER = 'catedra'
const LONGEST_START_MS = 60_000

const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', '-c', 'timezone=UTC', '-c', 'log_min_messages=fatal']
/** For databases that are thrown away. Otherwise durability is PostgreSQL's default: what was acknowledged survives a crash. */
const careless = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']

/** Starts or adopts the PostgreSQL under `dataDir`. `stop` shuts it down when nobody else uses it. */
export async function startEmbeddedPostgres(dataDir: string, { durable = true } = {}): Promise<EmbeddedPostgres> {
  const places = placesIn(dataDir)
  const run = await findPostgres(dataDir)
  const own = path.join(places.users, String(process.pid))

  const url = await withFolderLock(places.lock, async () => {
    fs.mkdirSync(places.users, { recursive: true })
    if (!fs.existsSync(path.join(places.data, 'PG_VERSION'))) await initialise(run, places)
    const found = await startOrAdopt(run, places, durable)
    fs.writeFileSync(own, String(identityOf(process.pid)))
    return found
  })

  return {
    url,
    stop: () =>
      withFolderLock(places.lock, async () => {
        fs.rmSync(own, { force: true })
        const others = fs.readdirSync(places.users).filter((name) => isRunning(fs.readFileSync(path.join(places.users, name), 'utf8')))
        if (others.length > 0 || listedPort(places) === null) return
        await run('pg_ctl', ['stop', '-w', '-s', '-m', 'fast', '-D', places.data])
      }),
  }
}

type Places = Record<'data' | 'users' | 'lock' | 'password' | 'port' | 'log', string>

function placesIn(dataDir: string): Places {
  const folder = path.join(dataDir, 'postgresql')
  const place = (name: string) => path.join(folder, name)
  return { data: place('data'), users: place('users'), lock: place('lock'), password: place('password'), port: place('port'), log: path.join(folder, 'data', 'server.log') }
}

async function initialise(run: RunPostgres, places: Places): Promise<void> {
  // What an interrupted initdb left is no database.
  fs.rmSync(places.data, { recursive: true, force: true })
  fs.mkdirSync(places.data, { recursive: true, mode: 0o700 })
  fs.writeFileSync(places.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  run.hand(places.data, places.password)
  await run('initdb', ['-D', places.data, '-U', USER, '-A', 'scram-sha-256', '--pwfile', places.password, '-E', 'UTF8', '--locale=C', '--data-checksums'])
}

function addressAt(places: Places, port: number): string {
  return `postgres://${USER}:${fs.readFileSync(places.password, 'utf8')}@127.0.0.1:${port}/catedra`
}

/** The port that the data folder's own note says a server listens on; whether it does, only asking tells. */
function listedPort(places: Places): number | null {
  try {
    return Number(fs.readFileSync(path.join(places.data, 'postmaster.pid'), 'utf8').split('\n')[3]) || null
  } catch {
    return null
  }
}

/** Never removes postmaster.pid: PostgreSQL itself knows whether the one it names still uses the folder. */
async function startOrAdopt(run: RunPostgres, places: Places, durable: boolean): Promise<string> {
  for (const begun = Date.now(); ; await pause(100)) {
    const listed = listedPort(places)
    if (listed !== null && (await isListening(addressAt(places, listed)))) {
      await createDatabase(addressAt(places, listed))
      return addressAt(places, listed)
    }
    try {
      await start(run, places, durable)
    } catch (error) {
      // A server that is shutting down or just starting holds the folder for a moment more.
      if (listedPort(places) === null || Date.now() - begun > LONGEST_START_MS) throw new Error(`The embedded PostgreSQL does not start; its log is ${places.log}`, { cause: error })
    }
  }
}

async function start(run: PostgresProgram, places: Places, durable: boolean): Promise<void> {
  const known = fs.existsSync(places.port) ? Number(fs.readFileSync(places.port, 'utf8')) : 0
  const port = await freePort(known)
  fs.writeFileSync(places.port, String(port))
  const options = [...settings, ...(durable ? [] : careless), '-p', String(port), '-k', "''"].join(' ')
  await run('pg_ctl', ['start', '-w', '-s', '-D', places.data, '-l', places.log, '-o', options])
}

/** invalid_catalog_name: it listens, and has no database of ours yet. */
const NO_DATABASE = '3D000'
/** Nobody listens there, or it takes nobody yet or any more: cannot_connect_now. */
const ABSENT = ['ECONNREFUSED', 'ECONNRESET', '57P03']

/** @throws when it listens and refuses us: it is not ours */
async function isListening(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (code === NO_DATABASE) return true
    if (ABSENT.includes(code)) return false
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url.replace(/\/catedra$/, '/postgres') })
  await admin.connect()
  try {
    const { rowCount } = await admin.query("select from pg_database where datname = 'catedra'")
    if (rowCount === 0) await admin.query('create database catedra')
  } finally {
    await admin.end()
  }
}
