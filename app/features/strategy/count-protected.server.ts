// The figures as the public sees them: rule R-9 over all tables of the month at once. What a public page or file says comes from here.
import { monthsBetween, type Month } from '#app/core/kernel/calendar.ts'
import { cellId, publishedCells, type Place, type PublishedCell } from '#app/core/strategy/published-cells.ts'
import type { BreakdownBy } from '#app/core/strategy/indicator-query.ts'
import { isSmall, staffOfRate, type Figure } from '#app/core/strategy/suppress-primary.ts'
import { hiddenCells } from '#app/core/strategy/suppress.ts'
import type { Database } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import type { Asked, Counted, Counts } from './count-exactly.server.ts'
import { findStaffSet, readRegistered } from './indicator-store.server.ts'
import { readHistory, readMark, readStaffHistory } from './published-store.server.ts'

const nothing: Counted = { certified: null, staff: null, suppressed: true }

/** `regionOf` gives each county's region. */
export async function countProtected(world: Pick<World, 'db'>, asked: Asked, months: Month[], regionOf: ReadonlyMap<string, string>): Promise<Counts> {
  const { month, by, county, denominator } = asked
  const [tables, staffSet, registered] = await Promise.all([
    tablesOf(world.db, month, regionOf),
    denominator === 'official' ? findStaffSet(world.db, month) : null,
    denominator === 'registered' ? readRegistered(world.db, { month, by: 'theme', county: null }) : null,
  ])
  const { cells, hidden } = tables
  const country = cells.get(cellId({}))!
  const course = country.months.slice(-months.length)
  const total = course.at(-1)!
  return {
    national: nationalOf(total, registered && (registered[0]?.count ?? 0)),
    series: new Map(months.map((each, index) => [each, certifiedUnlessSmall(course[index + course.length - months.length])])),
    row(key) {
      const cell = cells.get(cellId(placeOf(by, key, county)))
      if (!cell || hidden.has(cellId(cell.place))) return nothing
      // Who is registered is told for the whole country alone: its parts would need a protection of their own.
      const figure = cell.months.at(-1)!
      return { certified: figure.certified, staff: registered ? null : staffOfRate(figure), suppressed: false }
    },
    keys: new Set([...cells.values()].flatMap(({ place }) => place[by] ?? [])),
    staffSet,
  }
}

/** Themes overlap: beside one another in one county they would tell more than either. There is no such public cell. */
function placeOf(by: BreakdownBy, key: string, county: string | null): Place {
  return by === 'county' || county === null ? { [by]: key } : { county, [by]: key }
}

function nationalOf(total: Figure, registered: number | null): Counted {
  if (isSmall(total)) return { ...nothing, staff: registered === null ? total.staff : null }
  if (registered === null) return { ...total, suppressed: false }
  return { certified: total.certified, staff: isSmall({ certified: total.certified, staff: registered }) ? null : registered, suppressed: false }
}

/** A month before anything was known of has nobody. */
function certifiedUnlessSmall(figure: Figure | undefined): number | null {
  return figure === undefined ? 0 : isSmall(figure) ? null : figure.certified
}

type Tables = { cells: Map<string, PublishedCell>; hidden: Set<string> }

/** The longest that tables stand though nothing seems to have changed: transactions that end out of order leave the mark as it was. */
const LONGEST_MS = 5_000

type Made = { mark: string; at: number; tables: Promise<Tables> }

const made = new WeakMap<Database, Map<Month, Made>>()

/** The tables of a month are made once for all who ask while nothing changes. */
async function tablesOf(db: Database, month: Month, regionOf: ReadonlyMap<string, string>): Promise<Tables> {
  const mark = await readMark(db)
  const months = made.get(db) ?? new Map<Month, Made>()
  made.set(db, months)
  const known = months.get(month)
  if (known && known.mark === mark && performance.now() - known.at < LONGEST_MS) return known.tables
  const tables = makeTables(db, month, regionOf)
  months.set(month, { mark, at: performance.now(), tables })
  tables.catch(() => months.delete(month))
  return tables
}

async function makeTables(db: Database, month: Month, regionOf: ReadonlyMap<string, string>): Promise<Tables> {
  const [changes, staff] = await Promise.all([readHistory(db, month), readStaffHistory(db, month)])
  const first = changes.reduce((least, change) => (change.month < least ? change.month : least), month)
  const published = publishedCells({ months: monthsBetween(first, month), regionOf, changes, staff })
  return { cells: new Map(published.map((cell) => [cellId(cell.place), cell])), hidden: hiddenCells(published, regionOf) }
}
