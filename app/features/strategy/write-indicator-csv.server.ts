// The indicator as a table for spreadsheets: the whole country, then its parts, each row with all that explains it.
import { writeCsv } from '#app/core/kernel/csv.ts'
import type { IndicatorQuery } from '#app/core/strategy/indicator-query.ts'
import type { IndicatorView } from '#app/core/strategy/indicator-view.ts'
import type { World } from '#app/platform/world.server.ts'

const header = [
  'code', 'definition_version', 'strategy', 'strategy_status', 'month', 'state', 'as_of', 'denominator_mode', 'denominator_date', 'denominator_source',
  'breakdown', 'county', 'key', 'name', 'certified', 'staff', 'percent', 'suppressed', 'methodology', 'licence',
]

const LICENCE = 'CC BY 4.0'

export function writeIndicatorCsv({ publicUrl }: Pick<World, 'publicUrl'>, view: IndicatorView, query: IndicatorQuery): string {
  const { code, definitionVersion, strategy, strategyStatus, month, state, asOf, denominator, national, breakdown } = view
  const about = [code, definitionVersion, strategy, strategyStatus, month, state, asOf, denominator.mode, denominator.date, denominator.source]
  const origin = [`${publicUrl}/methodology`, LICENCE]
  return writeCsv(header, [
    [...about, 'country', null, 'RO', 'România', national.certified, national.staff, national.percent, national.certified === null, ...origin],
    ...breakdown.map(({ key, name, certified, staff, percent, suppressed }) => [...about, query.by ?? 'county', query.county ?? null, key, name, certified, staff, percent, suppressed, ...origin]),
  ])
}
