// The teacher-training indicator as everybody is shown it, page, JSON and CSV alike: FCD-1 at the end of a month, its course, its parts.
import { dayOf, lastDayOf, monthOf, monthsBetween, type Month } from '#app/core/kernel/calendar.ts'
import { levels, residences, themes, UNKNOWN } from '#app/core/kernel/dimensions.ts'
import { localize, type Locale } from '#app/core/kernel/locale.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { periodOf, type BreakdownBy, type DenominatorMode, type IndicatorQuery, type IndicatorRefusal } from '#app/core/strategy/indicator-query.ts'
import type { Figures, IndicatorView } from '#app/core/strategy/indicator-view.ts'
import { isOpen } from '#app/core/strategy/months-open.ts'
import { percentOf } from '#app/core/strategy/percent.ts'
import { isSmall } from '#app/core/strategy/suppress-primary.ts'
import { listCounties } from '#app/features/registry/list-counties.server.ts'
import { compareNames } from '#app/language/format.ts'
import { term, translator } from '#app/language/translate.ts'
import type { World } from '#app/platform/world.server.ts'
import { countExactly, type Counts } from './count-exactly.server.ts'
import { countProtected } from './count-protected.server.ts'
import { findTarget, readIndicatorHeads, readIssued, readNewlyCertified, readRegions, type MonthCount } from './indicator-store.server.ts'

export const HEADLINE = 'FCD-1'
const DEFINITION_VERSION = 1

/** `exact` is for who may see exact figures; everybody else is shown protected ones (rule R-9). */
export async function readIndicator(world: Pick<World, 'db' | 'clock'>, query: IndicatorQuery, { exact, locale }: { exact: boolean; locale: Locale }): Promise<Outcome<IndicatorView, IndicatorRefusal>> {
  const now = await world.clock()
  const period = periodOf(query, monthOf(now))
  if (!period.ok) return period
  const { month } = period.value
  const by = query.by ?? 'county'
  const denominator = query.denominator ?? 'official'
  const counties = await listCounties(world)
  const county = counties.find(({ code, abbr }) => query.county === code || query.county === abbr)?.code ?? null
  if (query.county !== undefined && county === null) return refused('unknown-county')
  if (county !== null && by === 'region') return refused('region-of-county')

  const months = monthsBetween(period.value.from, month)
  const asked = { ...period.value, by, county, denominator }
  const [counts, newly, issued, target, heads, parts] = await Promise.all([
    exact ? countExactly(world, asked, months) : countProtected(world, asked, months, new Map(counties.map(({ code, regionCode }) => [code, regionCode]))),
    readNewlyCertified(world.db, period.value).then(byMonth),
    readIssued(world.db, period.value).then(byMonth),
    findTarget(world.db, HEADLINE, Number(month.slice(0, 4))),
    readIndicatorHeads(world.db),
    listParts(world, by, county, counties, locale),
  ])
  const head = heads.find(({ code }) => code === HEADLINE)
  const flow = (counted: Map<Month, number>, at: Month): number | null => {
    const count = counted.get(at) ?? 0
    return exact || !isSmall({ certified: count, staff: null }) ? count : null
  }
  return done({
    indicator: 'teacher-training',
    code: HEADLINE,
    definitionVersion: DEFINITION_VERSION,
    strategy: head?.strategyId ?? null,
    strategyStatus: head?.strategyStatus ?? null,
    month,
    state: month === monthOf(now) ? 'current' : isOpen(month, now) ? 'provisional' : 'final',
    asOf: `${now.toISOString().slice(0, 19)}Z`,
    denominator: { mode: denominator, ...originOf(denominator, counts, month, now, locale) },
    national: { ...figuresOf(counts.national), target },
    series: months.map((at) => ({ month: at, certified: counts.series.get(at) ?? null, newlyCertified: flow(newly, at), certificatesIssued: flow(issued, at) })),
    breakdown: parts
      .filter(({ key }) => key !== UNKNOWN || counts.keys.has(UNKNOWN))
      .map((part) => {
        const counted = counts.row(part.key)
        return { ...part, ...figuresOf(counted), suppressed: counted.suppressed }
      }),
  })
}

function figuresOf({ certified, staff }: Pick<Figures, 'certified' | 'staff'>): Figures {
  return { certified, staff, percent: certified === null ? null : percentOf(certified, staff) }
}

function byMonth(counts: MonthCount[]): Map<Month, number> {
  return new Map(counts.map(({ month, count }) => [month, count]))
}

/** Where the denominator comes from and the day it holds for. */
function originOf(mode: DenominatorMode, { staffSet }: Counts, month: Month, now: Date, locale: Locale): Pick<IndicatorView['denominator'], 'date' | 'source'> {
  if (mode === 'official') return { date: staffSet?.date ?? null, source: staffSet?.source ?? null }
  const today = dayOf(now)
  const last = lastDayOf(month)
  return { date: today < last ? today : last, source: translator(locale)('strategy:denominator.registeredSource') }
}

type Part = { key: string; name: string }

/** Every part there may be: places in the order of the Romanian alphabet, the rest in its own, the unknown last. */
async function listParts(world: Pick<World, 'db'>, by: BreakdownBy, county: string | null, counties: { code: string; name: string }[], locale: Locale): Promise<Part[]> {
  const t = translator(locale)
  const unknown = { key: UNKNOWN, name: term(t, 'county.unknown') }
  switch (by) {
    case 'county':
      return [...counties.map(({ code, name }) => ({ key: code, name })), unknown].filter(({ key }) => county === null || key === county)
    case 'region': {
      const compare = compareNames('ro')
      const regions = (await readRegions(world.db)).sort((a, b) => compare(a.name.ro, b.name.ro))
      return [...regions.map(({ code, name }) => ({ key: code, name: localize(name, locale) })), unknown]
    }
    case 'theme':
      return themes.map((key) => ({ key, name: term(t, `theme.${key}`) }))
    case 'level':
      return [...levels, UNKNOWN].map((key) => ({ key, name: term(t, `level.${key}`) }))
    case 'residence':
      return [...residences, UNKNOWN].map((key) => ({ key, name: term(t, `residence.${key}`) }))
  }
}
