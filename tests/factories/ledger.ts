// The ledger and the staff as the indicator's readers meet them: sums of people in cells, without the facts behind them.
import { randomUUID } from 'node:crypto'
import { dateFromDay, type Day } from '#app/core/kernel/calendar.ts'
import { inTransaction, type Transaction } from '#app/platform/db.server.ts'
import type { TestWorld } from '#tests/setup/world.ts'

type CellIn = { county?: string; residence?: string; level?: string }

/** From the month on so many people more (or fewer) are certified in the cell. */
export async function enterCertified(world: TestWorld, month: string, count: number, { county = 'RO-CJ', residence = 'urban', level = 'primary', theme = 'any' }: CellIn & { theme?: string } = {}): Promise<void> {
  await world.db.ledgerEntry.create({
    data: { personId: randomUUID(), factsVersion: 1, month: dateFromDay(`${month}-01` as Day), theme, countyCode: county, residence, level, delta: count, cause: 'test' },
  })
}

/** A staff set of the day with its cells. */
export async function enterStaff(world: TestWorld, date: string, cells: (CellIn & { staff: number })[], source = 'INS'): Promise<void> {
  await world.db.staffSet.create({
    data: {
      referenceDate: dateFromDay(date as Day),
      source,
      cells: { create: cells.map(({ county = 'RO-CJ', residence = 'urban', level = 'primary', staff }) => ({ countyCode: county, residence, level, staff })) },
    },
  })
}

/** Does to the ledger what its trigger refuses, as the owner of the table may: to see what a fault in it would do, or to begin again. */
export async function rewriteLedger(world: TestWorld, rewrite: (tx: Transaction) => Promise<unknown>): Promise<void> {
  await inTransaction(world.db, async (tx) => {
    await tx.$executeRaw`alter table ledger_entry disable trigger ledger_entry_append_only`
    await rewrite(tx)
    await tx.$executeRaw`alter table ledger_entry enable trigger ledger_entry_append_only`
  })
}

export async function clearFigures(world: TestWorld): Promise<void> {
  const { db } = world
  await rewriteLedger(world, (tx) => tx.ledgerEntry.deleteMany())
  await db.staffSet.deleteMany()
  await db.indicatorTarget.deleteMany()
}
