// The ledger: appended to, never changed. A cell's value at a month is the sum of its entries up to that month.
import { dayFromDate, firstDayOf, monthOf } from '#app/core/kernel/calendar.ts'
import type { Cell } from '#app/core/kernel/dimensions.ts'
import type { Transition } from '#app/core/strategy/derive-counted-months.ts'
import type { Series } from '#app/core/strategy/series.ts'
import type { Transaction } from '#app/platform/db.server.ts'

/** What the ledger says of these people: their entries, summed where they fall on one month and cell. */
export async function loadHeld(tx: Transaction, personIds: string[]): Promise<{ transitions: Transition[]; lastEntryAt: Date | null }> {
  const entries = await tx.ledgerEntry.groupBy({
    by: ['personId', 'theme', 'month', 'countyCode', 'residence', 'level'],
    where: { personId: { in: personIds } },
    _sum: { delta: true },
    _max: { recordedAt: true },
  })
  const times = entries.flatMap(({ _max }) => (_max.recordedAt ? [_max.recordedAt.getTime()] : []))
  return {
    transitions: entries.map((entry) => ({
      personId: entry.personId,
      series: entry.theme as Series,
      month: monthOf(dayFromDate(entry.month)),
      cell: { county: entry.countyCode, residence: entry.residence, level: entry.level } as Cell,
      delta: entry._sum.delta ?? 0,
    })),
    lastEntryAt: times.length > 0 ? new Date(Math.max(...times)) : null,
  }
}

/**
 * `version` grows with every change of the facts, so that a second appending of one change would meet its own unique key.
 * @throws when these entries are there already
 */
export async function appendEntries(tx: Transaction, entries: Transition[], { version, cause, at }: { version: number; cause: string; at: Date }): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ personId, series, month, cell, delta }) => ({ person_id: personId, month: firstDayOf(month), theme: series, county_code: cell.county, residence: cell.residence, level: cell.level, delta }))
  await tx.$executeRaw`
    insert into ledger_entry (person_id, facts_version, month, theme, county_code, residence, level, delta, cause, recorded_at)
    select person_id, ${version}, month, theme, county_code, residence, level, delta, ${cause}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (person_id uuid, month date, theme text, county_code text, residence text, level text, delta smallint)`
}
