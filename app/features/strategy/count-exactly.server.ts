// The figures as they are, for who may see exact ones.
import type { Month } from '#app/core/kernel/calendar.ts'
import type { BreakdownBy, DenominatorMode, Period } from '#app/core/strategy/indicator-query.ts'
import type { World } from '#app/platform/world.server.ts'
import { findStaffSet, readCertified, readChanges, readRegistered, readStaff, type Count, type StaffSet } from './indicator-store.server.ts'

export type Asked = Period & { by: BreakdownBy; county: string | null; denominator: DenominatorMode }

/** Null is what is not known or, where it is suppressed, not said. */
export type Counted = { certified: number | null; staff: number | null; suppressed: boolean }

export type Counts = {
  national: Counted
  /** Certified people at the end of each month. */
  series: ReadonlyMap<Month, number | null>
  /** What is known of a county, region, residence, level or theme; nobody is a count too. */
  row(key: string): Counted
  /** Keys of which anything is known. */
  keys: ReadonlySet<string>
  staffSet: StaffSet | null
}

/** `months` is the asked period. */
export async function countExactly(world: Pick<World, 'db'>, asked: Asked, months: Month[]): Promise<Counts> {
  const { month, by, county, denominator } = asked
  const staffSet = denominator === 'official' ? await findStaffSet(world.db, month) : null
  const readStaffOf = async (scope: { by: BreakdownBy; county: string | null }): Promise<Map<string, number>> =>
    byKey(denominator === 'registered' ? await readRegistered(world.db, { month, ...scope }) : staffSet ? await readStaff(world.db, staffSet.id, scope) : [])
  const [changes, certified, staff, nationalStaff] = await Promise.all([
    readChanges(world.db, asked),
    readCertified(world.db, { month, by, county }).then(byKey),
    readStaffOf({ by, county }),
    readStaffOf({ by: 'theme', county: null }),
  ])
  const changeOf = byKey(changes.map(({ month: key, count }) => ({ key, count })))
  let sum = 0
  const series = new Map(months.map((each) => [each, (sum += changeOf.get(each) ?? 0)]))
  // Nobody registered is a number; no staff entered is none.
  const without = denominator === 'registered' ? 0 : null
  return {
    national: { certified: sum, staff: nationalStaff.get(WHOLE) ?? without, suppressed: false },
    series,
    row: (key) => ({ certified: certified.get(key) ?? 0, staff: staff.get(by === 'theme' ? WHOLE : key) ?? without, suppressed: false }),
    keys: new Set([...certified.keys(), ...staff.keys()]),
    staffSet,
  }
}

/** The key under which staff is read that is not broken down: every theme's. */
const WHOLE = 'whole'

function byKey(counts: Count[]): Map<string, number> {
  return new Map(counts.filter(({ count }) => count !== 0).map(({ key, count }) => [key, count]))
}
