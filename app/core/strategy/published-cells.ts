// The cells of all tables that are published of one month, and how they add up:
//
//   country = its regions = its residences = its levels; region = its counties;
//   county = its residences = its levels; residence, level = the same of all counties.
//
// Themes overlap, so they add up to nothing and are published for the whole country alone.
import { lastDayOf, type Day, type Month } from '../kernel/calendar.ts'
import { levels, residences, themes, UNKNOWN } from '../kernel/dimensions.ts'
import type { Figure } from './suppress-primary.ts'

/** What a cell is about; all of it absent is the whole country. Of residence, level and theme there is one at most. */
export type Place = { region?: string; county?: string; residence?: string; level?: string; theme?: string }

export type CellKind = 'country' | 'region' | 'county' | 'residence' | 'level' | 'county-residence' | 'county-level' | 'theme'

export type PublishedCell = {
  place: Place
  /** From the first month that anything is known of to the month in question. */
  months: Figure[]
}

export function cellId({ region = '', county = '', residence = '', level = '', theme = '' }: Place): string {
  return [region, county, residence, level, theme].join('|')
}

export function kindOf({ region, county, residence, level, theme }: Place): CellKind {
  if (theme !== undefined) return 'theme'
  if (county !== undefined) return residence !== undefined ? 'county-residence' : level !== undefined ? 'county-level' : 'county'
  if (region !== undefined) return 'region'
  return residence !== undefined ? 'residence' : level !== undefined ? 'level' : 'country'
}

/** The table that has the cell as a row. */
export function tableOf(place: Place): string | null {
  const kind = kindOf(place)
  return kind === 'country' ? null : kind.startsWith('county-') ? `${kind} ${place.county}` : kind
}

/** What is known of one cell: of a county by residence, of a county by level, or of a theme. */
type Known = { county: string | null; residence: string | null; level: string | null; theme: string | null }
export type Change = Known & { month: Month; delta: number }
export type StaffOfCell = Known & { date: Day; staff: number }

/** `months` are consecutive and end with the month in question. Changes before the first count from the first. */
export function publishedCells(given: { months: Month[]; regionOf: ReadonlyMap<string, string>; changes: Change[]; staff: StaffOfCell[] }): PublishedCell[] {
  const { months, regionOf, changes, staff } = given
  const dates = [...new Set(staff.map(({ date }) => date))].sort()
  /** The newest staff set of each month. */
  const setOf = months.map((month) => dates.filter((date) => date <= lastDayOf(month)).at(-1))
  const cells = new Map<string, PublishedCell>()
  const cellAt = (place: Place): PublishedCell => {
    const id = cellId(place)
    const cell = cells.get(id) ?? { place, months: months.map(() => ({ certified: 0, staff: null })) }
    cells.set(id, cell)
    return cell
  }

  const seen = (key: keyof Known): string[] => ([...changes, ...staff].some((known) => known[key] === UNKNOWN) ? [UNKNOWN] : [])
  const counties = [...regionOf.keys(), ...seen('county')]
  const shownResidences = [...residences, ...seen('residence')]
  const shownLevels = [...levels, ...seen('level')]
  const regionOfCounty = (county: string): string => regionOf.get(county) ?? UNKNOWN
  for (const place of [{}, ...shownResidences.map((residence) => ({ residence })), ...shownLevels.map((level) => ({ level })), ...themes.map((theme) => ({ theme }))]) cellAt(place)
  for (const county of counties) {
    for (const place of [{ region: regionOfCounty(county) }, { county }]) cellAt(place)
    for (const residence of shownResidences) cellAt({ county, residence })
    for (const level of shownLevels) cellAt({ county, level })
  }

  /** Every cell that counts what is known of one: a county's residences make up all that is not about levels. */
  const cellsOf = ({ county, residence, level, theme }: Known): PublishedCell[] => {
    if (theme !== null) return [cellAt({ theme })]
    const named = regionOf.has(county ?? '') ? county! : UNKNOWN
    if (level !== null) return [cellAt({ county: named, level }), cellAt({ level })]
    const known = residence ?? UNKNOWN
    return [cellAt({ county: named, residence: known }), cellAt({ residence: known }), cellAt({ county: named }), cellAt({ region: regionOfCounty(named) }), cellAt({})]
  }
  const indexOf = new Map(months.map((month, index) => [month, index]))
  for (const change of changes) {
    const first = change.month < months[0]! ? 0 : (indexOf.get(change.month) ?? months.length)
    if (first < months.length) for (const cell of cellsOf(change)) cell.months[first]!.certified += change.delta
  }
  for (const cell of cells.values()) for (let index = 1; index < months.length; index++) cell.months[index]!.certified += cell.months[index - 1]!.certified
  for (const known of staff) {
    for (const cell of cellsOf(known)) {
      months.forEach((_, index) => {
        if (setOf[index] === known.date) cell.months[index]!.staff = (cell.months[index]!.staff ?? 0) + known.staff
      })
    }
  }
  // A theme is held by some of everybody.
  const country = cellAt({})
  for (const theme of themes) cellAt({ theme }).months.forEach((figure, index) => (figure.staff = country.months[index]!.staff))
  return [...cells.values()]
}
