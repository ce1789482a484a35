// The catalogue: every course as it is taught now, by theme and then by title as the reader's language sorts.
import type { CourseSummary } from '#app/core/catalogue/outline.ts'
import { themes } from '#app/core/kernel/dimensions.ts'
import { localize, type Locale } from '#app/core/kernel/locale.ts'
import type { World } from '#app/platform/world.server.ts'
import { listCurrentVersions } from './version-store.server.ts'

export async function listCourses(world: Pick<World, 'db'>, locale: Locale): Promise<CourseSummary[]> {
  const { compare } = new Intl.Collator(locale)
  const courses = await listCurrentVersions(world.db)
  return courses.sort((a, b) => themes.indexOf(a.theme) - themes.indexOf(b.theme) || compare(localize(a.title, locale), localize(b.title, locale)))
}
