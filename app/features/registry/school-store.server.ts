// Schools and counties. A school keeps the county and residence it was entered with: the months of the past count by them.
import type { Residence } from '#app/core/kernel/dimensions.ts'
import type { Queryable } from '#app/platform/db.server.ts'

export type School = { code: string; name: string; locality: string; countyCode: string; residence: Residence }
export type County = { code: string; abbr: string; name: string; regionCode: string }

const columns = { code: true, name: true, locality: true, countyCode: true, residence: true } as const

export async function readSchool(db: Queryable, code: string): Promise<School | null> {
  return db.school.findUnique({ where: { code }, select: columns })
}

/** All of a county: some 1,200 at most. */
export async function readSchoolsOfCounty(db: Queryable, countyCode: string): Promise<School[]> {
  return db.school.findMany({ where: { countyCode }, select: columns })
}

/** In the order of the Romanian alphabet. */
export async function readCounties(db: Queryable): Promise<County[]> {
  return db.county.findMany({ select: { code: true, abbr: true, name: true, regionCode: true }, orderBy: { position: 'asc' } })
}
