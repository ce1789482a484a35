// Applies prisma/migrations in order, each in one transaction of its own, under a lock, and keeps the books of
// Prisma's own CLI (_prisma_migrations), so that either may be used on the same database.
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** Not Prisma's own lock (72707369), which its engine takes by itself. */
const LOCK = 72_707_370

const TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

export type Migration = { name: string; sql: string; checksum: string }

export function readMigrations(folder: string): Migration[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** The names of the migrations applied now. @throws when an applied migration was changed since, or one fails (nothing of it stays) */
export async function applyMigrations(url: string, folder = 'prisma/migrations'): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const applied: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(TABLE)
    const { rows } = await client.query<{ migration_name: string; checksum: string }>('select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null')
    const known = new Map(rows.map((row) => [row.migration_name, row.checksum]))
    for (const migration of readMigrations(folder)) {
      const checksum = known.get(migration.name)
      if (checksum === migration.checksum) continue
      if (checksum !== undefined) throw new Error(`The migration ${migration.name} was changed after it was applied; write a new one instead`)
      await applyOne(client, migration)
      applied.push(migration.name)
    }
  } finally {
    await client.end()
  }
  return applied
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) values ($1, $2, now(), $3, 1)', [randomUUID(), migration.checksum, migration.name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${migration.name} failed and left nothing behind: ${(error as Error).message}`, { cause: error })
  }
}

/** Whether all migrations that this release knows are applied. */
export async function areMigrationsApplied(pool: pg.Pool, folder = 'prisma/migrations'): Promise<boolean> {
  const { rows } = await pool.query<{ count: string }>('select count(*) from _prisma_migrations where finished_at is not null and rolled_back_at is null')
  return Number(rows[0]?.count ?? 0) >= readMigrations(folder).length
}
