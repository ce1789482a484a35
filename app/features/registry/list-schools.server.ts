// The schools of a county, searched as people type: without diacritics, in any case, by the beginnings of words.
import { matchesSearch } from '#app/core/kernel/fold.ts'
import type { World } from '#app/platform/world.server.ts'
import { readSchoolsOfCounty, type School } from './school-store.server.ts'

const byPlace = new Intl.Collator('ro', { numeric: true, sensitivity: 'base' })

/** By name, locality or code; by locality and name, at most `limit`. `text` empty or absent: all. */
export async function listSchools(world: Pick<World, 'db'>, { countyCode, text = '', limit = 50 }: { countyCode: string; text?: string; limit?: number }): Promise<School[]> {
  const schools = await readSchoolsOfCounty(world.db, countyCode)
  return schools
    .filter(({ name, locality, code }) => matchesSearch(`${name} ${locality} ${code}`, text))
    .sort((a, b) => byPlace.compare(a.locality, b.locality) || byPlace.compare(a.name, b.name) || byPlace.compare(a.code, b.code))
    .slice(0, limit)
}
