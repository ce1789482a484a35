// A question as an address puts it, answered or refused with the field and the reason.
import type { Locale } from '#app/core/kernel/locale.ts'
import { parseIndicatorQuery, refusalFaults, type IndicatorQuery, type QueryFault } from '#app/core/strategy/indicator-query.ts'
import type { IndicatorView } from '#app/core/strategy/indicator-view.ts'
import type { World } from '#app/platform/world.server.ts'
import { readIndicator } from './read-indicator.server.ts'

export type Answer = { ok: true; query: IndicatorQuery; view: IndicatorView } | { ok: false; faults: QueryFault[] }

export async function askIndicator(world: Pick<World, 'db' | 'clock'>, params: URLSearchParams, who: { exact: boolean; locale: Locale }): Promise<Answer> {
  const parsed = parseIndicatorQuery(params)
  if (!parsed.ok) return parsed
  const view = await readIndicator(world, parsed.query, who)
  return view.ok ? { ok: true, query: parsed.query, view: view.value } : { ok: false, faults: [refusalFaults[view.refusal]] }
}
