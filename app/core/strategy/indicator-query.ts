// What may be asked of the indicator, and in which words it is refused.
import { addMonths, parseMonth, type Month } from '../kernel/calendar.ts'
import { done, refused, type Outcome } from '../kernel/outcome.ts'

export const breakdowns = ['county', 'region', 'residence', 'level', 'theme'] as const
export type BreakdownBy = (typeof breakdowns)[number]

export const denominatorModes = ['official', 'registered'] as const
export type DenominatorMode = (typeof denominatorModes)[number]

export type IndicatorQuery = {
  /** The current month when absent. */
  month?: Month
  /** The first month of the series; twelve months before when absent. */
  from?: Month
  /** County when absent. */
  by?: BreakdownBy
  /** ISO 3166-2 code or its two letters; narrows the breakdown to the county. */
  county?: string
  denominator?: DenominatorMode
}

export type QueryFault = { field: keyof IndicatorQuery; reason: string }

/** The strategy's period begins with it. */
export const EARLIEST_MONTH = '2021-01' as Month
const SERIES_MONTHS_BEFORE = 12

const longestCounty = 20

/** Fields that are not the indicator's are ignored; each of its own may stand once. Reasons are English, for who writes programs. */
export function parseIndicatorQuery(params: URLSearchParams): { ok: true; query: IndicatorQuery } | { ok: false; faults: QueryFault[] } {
  const query: IndicatorQuery = {}
  const faults: QueryFault[] = []
  const read = <K extends keyof IndicatorQuery>(field: K, parse: (text: string) => IndicatorQuery[K] | null, expected: string): void => {
    const values = params.getAll(field)
    if (values.length === 0) return
    const value = values.length === 1 ? parse(values[0]!) : null
    if (value !== null) query[field] = value
    else faults.push({ field, reason: values.length === 1 ? `expected ${expected}` : 'given more than once' })
  }
  read('month', parseMonth, 'a month such as 2026-10')
  read('from', parseMonth, 'a month such as 2025-10')
  read('by', (text) => breakdowns.find((by) => by === text) ?? null, `one of ${breakdowns.join(', ')}`)
  read('county', (text) => (text.length > 0 && text.length <= longestCounty ? text : null), 'a county code such as RO-CJ or CJ')
  read('denominator', (text) => denominatorModes.find((mode) => mode === text) ?? null, `one of ${denominatorModes.join(', ')}`)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, query }
}

export type IndicatorRefusal = 'month-in-future' | 'month-too-early' | 'from-after-month' | 'from-too-early' | 'unknown-county' | 'region-of-county'

export const refusalFaults: Record<IndicatorRefusal, QueryFault> = {
  'month-in-future': { field: 'month', reason: 'the month has not begun' },
  'month-too-early': { field: 'month', reason: `the first month is ${EARLIEST_MONTH}` },
  'from-after-month': { field: 'from', reason: 'the series would end before it begins' },
  'from-too-early': { field: 'from', reason: `the first month is ${EARLIEST_MONTH}` },
  'unknown-county': { field: 'county', reason: 'there is no such county' },
  'region-of-county': { field: 'by', reason: 'a county has no regions; leave out one of by and county' },
}

export type Period = { month: Month; from: Month }

export function periodOf(query: Pick<IndicatorQuery, 'month' | 'from'>, current: Month): Outcome<Period, IndicatorRefusal> {
  const month = query.month ?? current
  if (month > current) return refused('month-in-future')
  if (month < EARLIEST_MONTH) return refused('month-too-early')
  const usual = addMonths(month, -SERIES_MONTHS_BEFORE)
  const from = query.from ?? (usual < EARLIEST_MONTH ? EARLIEST_MONTH : usual)
  if (from > month) return refused('from-after-month')
  if (from < EARLIEST_MONTH) return refused('from-too-early')
  return done({ month, from })
}
