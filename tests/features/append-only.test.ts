// What PostgreSQL itself refuses: to rewrite what was counted and who did what.
import { describe, expect, test } from 'vitest'
import { enterCertified, rewriteLedger } from '#tests/factories/ledger.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
await enterCertified(world, '2026-10', 3)
await world.db.auditEntry.create({ data: { action: 'test', subject: 'x' } })

describe.each(['ledger_entry', 'audit_entry'])('%s', (table) => {
  const read = async () => (await world.pool.query(`select * from ${table}`)).rows as unknown[]

  test.each([`update ${table} set id = id`, `delete from ${table}`, `delete from ${table} where false`, `truncate ${table}`, `truncate ${table} cascade`])('refuses: %s', async (statement) => {
    const before = await read()
    expect(before).toHaveLength(1)
    await expect(world.pool.query(statement)).rejects.toMatchObject({ code: '23001', message: expect.stringMatching(new RegExp(`^${table} is append-only: (UPDATE|DELETE|TRUNCATE) refused$`)) as string })
    expect(await read()).toEqual(before)
  })
})

test('a rewriting of the ledger that fails leaves it as it was, and guarded', async () => {
  await expect(rewriteLedger(world, (tx) => tx.ledgerEntry.deleteMany().then(() => Promise.reject(new Error('no'))))).rejects.toThrow('no')
  expect(await world.db.ledgerEntry.count()).toBe(1)
  await expect(world.pool.query('delete from ledger_entry')).rejects.toThrow('append-only')
})
