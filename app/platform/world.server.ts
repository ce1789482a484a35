// What a use case may touch besides its input: the database and its clock, passed as the first argument.
import { databaseClock, type Clock } from './clock.server.ts'
import { openDatabase, type Database, type OpenDatabase } from './db.server.ts'
import type { Environment } from './env.server.ts'
import { openLog, type Log } from './log.server.ts'

export type World = {
  db: Database
  clock: Clock
  log: Log
  /** The one origin in links and credentials, without a slash at its end. */
  publicUrl: string
}

export type OpenWorld = World & { pool: OpenDatabase['pool']; close(): Promise<void> }

export function openWorld(env: Environment, process: 'web' | 'worker' | 'command', { connections }: { connections?: number } = {}): OpenWorld {
  if (!env.DATABASE_URL) throw new Error('DATABASE_URL: read nothing, expected the address of a PostgreSQL (npm start brings its own)')
  const { db, pool, close } = openDatabase(env.DATABASE_URL, { connections })
  return { db, pool, close, clock: databaseClock(db), log: openLog(env.LOG_LEVEL, process), publicUrl: env.PUBLIC_URL }
}
