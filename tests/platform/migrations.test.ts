import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { applyMigrations, areMigrationsApplied, readMigrations } from '#app/platform/migrations.server.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-migrations-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** An empty database beside the world's, and a folder of migrations of its own. */
async function emptyDatabase(name: string): Promise<{ url: string; folder: string; write(migration: string, sql: string): void; ask(sql: string): Promise<Record<string, unknown>[]>; drop(): Promise<void> }> {
  const database = `${new URL(world.databaseUrl).pathname.slice(1)}_${name}`
  await world.pool.query(`create database ${database}`)
  const url = new URL(world.databaseUrl)
  url.pathname = `/${database}`
  const own = path.join(folder, name)
  fs.mkdirSync(own)
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  return {
    url: url.href,
    folder: own,
    write(migration, sql) {
      fs.mkdirSync(path.join(own, migration), { recursive: true })
      fs.writeFileSync(path.join(own, migration, 'migration.sql'), sql)
    },
    ask: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
    async drop() {
      await client.end()
      await world.pool.query(`drop database ${database}`)
    },
  }
}

test('the books are those of Prisma: one row a migration, with the SHA-256 of its file', async () => {
  const { rows } = await world.pool.query("select migration_name, checksum, applied_steps_count, rolled_back_at, logs, finished_at >= started_at as finished from _prisma_migrations order by migration_name")
  const sha256 = (file: string) => createHash('sha256').update(fs.readFileSync(file)).digest('hex')
  expect(rows).toEqual(
    readMigrations('prisma/migrations').map(({ name }) => ({ migration_name: name, checksum: sha256(`prisma/migrations/${name}/migration.sql`), applied_steps_count: 1, rolled_back_at: null, logs: null, finished: true })),
  )
  expect(await areMigrationsApplied(world.pool)).toBe(true)
})

test('three that migrate at once apply each migration once, in order', async () => {
  const database = await emptyDatabase('at_once')
  database.write('2_second', 'alter table first add b int')
  database.write('1_first', "create table first (a int); create function f() returns text language plpgsql as $$ begin return 'a;b'; end $$")
  const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(database.url, database.folder)))
  expect(applied.flat()).toEqual(['1_first', '2_second'])
  expect(await database.ask('select f() as text')).toEqual([{ text: 'a;b' }])
  expect(await applyMigrations(database.url, database.folder)).toEqual([])
  await database.drop()
})

test('one that fails leaves nothing of itself, and those before it stay', async () => {
  const database = await emptyDatabase('failing')
  database.write('1_first', 'create table first (a int)')
  database.write('2_second', 'create table second (a int); select 1 / 0')
  await expect(applyMigrations(database.url, database.folder)).rejects.toThrow('The migration 2_second failed and left nothing behind: division by zero')
  expect(await database.ask("select to_regclass('first') is not null as first, to_regclass('second') is not null as second")).toEqual([{ first: true, second: false }])
  database.write('2_second', 'create table second (a int)')
  expect(await applyMigrations(database.url, database.folder)).toEqual(['2_second'])
  await database.drop()
})

test('one that was changed after it was applied stops everything', async () => {
  const database = await emptyDatabase('changed')
  database.write('1_first', 'create table first (a int)')
  await applyMigrations(database.url, database.folder)
  database.write('1_first', 'create table first (a int, b int)')
  database.write('2_second', 'create table second (a int)')
  await expect(applyMigrations(database.url, database.folder)).rejects.toThrow('The migration 1_first was changed after it was applied')
  expect(await database.ask("select to_regclass('second') as second")).toEqual([{ second: null }])
  await database.drop()
})

test('what Prisma itself has applied is not applied again', async () => {
  const database = await emptyDatabase('by_prisma')
  database.write('1_first', 'create table first (a int)')
  await database.ask('create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)')
  const { checksum } = readMigrations(database.folder)[0]!
  await database.ask(`insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ('a', '${checksum}', '1_first', now(), 1)`)
  expect(await applyMigrations(database.url, database.folder)).toEqual([])
  await database.drop()
})
