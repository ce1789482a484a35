// Counts the indicator again by a path of its own and says where the ledger differs: in every cell, series and month.
import { dayOf, monthOf } from '#app/core/kernel/calendar.ts'
import { ANY_THEME } from '#app/core/strategy/series.ts'
import type { World } from '#app/platform/world.server.ts'
import { compareWithLedger } from './recount-store.server.ts'

export type RecountedCell = { month: string; series: string; county: string; residence: string; level: string; ledger: number; counted: number }
export type Recount = {
  /** The current month, for which the totals are. */
  month: string
  /** People certified in the whole country, by series; 'any' is the headline. */
  totals: { series: string; ledger: number; counted: number }[]
  /** Values compared: one for each month, series and cell in which anybody ever counted. */
  compared: number
  /** Empty when the ledger is right. */
  differences: RecountedCell[]
  /** People whose last change the ledger does not follow yet: until then differences are to be expected. */
  unsynced: number
}

export async function recount(world: Pick<World, 'db' | 'clock'>): Promise<Recount> {
  const today = dayOf(await world.clock())
  const { rows, unsynced } = await compareWithLedger(world.db, today)
  const month = monthOf(today)
  const sums = rows.filter(({ county }) => county === null)
  const totals = sums.filter((row) => row.month === month).map(({ series, ledger, counted }) => ({ series, ledger, counted }))
  return {
    month,
    totals: totals.some(({ series }) => series === ANY_THEME) ? totals : [{ series: ANY_THEME, ledger: 0, counted: 0 }, ...totals],
    compared: sums.reduce((sum, { cells }) => sum + cells, 0),
    differences: rows.flatMap(({ county, residence, level, month, series, ledger, counted }) => (county === null || residence === null || level === null ? [] : [{ month, series, county, residence, level, ledger, counted }])),
    unsynced,
  }
}
