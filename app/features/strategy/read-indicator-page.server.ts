// The indicator as a page shows it: the figures asked for, the map's, and what else may be chosen.
import { monthOf, monthsBetween, type Month } from '#app/core/kernel/calendar.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import { EARLIEST_MONTH, type BreakdownBy, type IndicatorQuery, type QueryFault } from '#app/core/strategy/indicator-query.ts'
import type { BreakdownRow, IndicatorView } from '#app/core/strategy/indicator-view.ts'
import { listCounties } from '#app/features/registry/list-counties.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { askIndicator } from './ask-indicator.server.ts'

export type IndicatorPage = {
  view: IndicatorView
  /** As in the address, without what was left open. */
  asked: Omit<IndicatorQuery, 'from' | 'by'> & { by: BreakdownBy }
  byCounty: BreakdownRow[]
  counties: { code: string; name: string }[]
  /** Newest first. */
  months: Month[]
}

/** A form sends empty what was left open; of one county the levels are shown, as neither counties nor regions are parts of it. */
export async function readIndicatorPage(
  world: Pick<World, 'db' | 'clock'>,
  params: URLSearchParams,
  who: { exact: boolean; locale: Locale },
): Promise<{ ok: true; page: IndicatorPage } | { ok: false; faults: QueryFault[] }> {
  const chosen = new URLSearchParams([...params].filter(([, value]) => value !== ''))
  const by = chosen.get('by')
  if (chosen.has('county') && (by === null || by === 'county' || by === 'region')) chosen.set('by', 'level')
  const [answer, counties, now] = await Promise.all([askIndicator(world, chosen, who), listCounties(world), world.clock()])
  if (!answer.ok) return answer
  const { view, query } = answer
  let byCounty = view.breakdown
  if (query.county !== undefined || (query.by ?? 'county') !== 'county') {
    chosen.delete('county')
    chosen.set('by', 'county')
    chosen.set('from', view.month)
    const map = await askIndicator(world, chosen, who)
    if (!map.ok) return map
    byCounty = map.view.breakdown
  }
  const county = counties.find(({ code, abbr }) => query.county === code || query.county === abbr)?.code
  return {
    ok: true,
    page: {
      view,
      asked: { ...(query.month && { month: query.month }), by: query.by ?? 'county', ...(county && { county }), ...(query.denominator && { denominator: query.denominator }) },
      byCounty,
      counties: counties.map(({ code, name }) => ({ code, name })),
      months: monthsBetween(EARLIEST_MONTH, monthOf(now)).reverse(),
    },
  }
}
