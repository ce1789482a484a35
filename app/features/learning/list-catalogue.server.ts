// The catalogue as one reader searches it, with how far they are in the courses that are theirs.
import type { Actor } from '#app/core/access/can.ts'
import type { CourseSummary } from '#app/core/catalogue/outline.ts'
import type { EnrolmentState } from '#app/core/enrolment/enrolment.ts'
import type { Theme } from '#app/core/kernel/dimensions.ts'
import { matchesSearch } from '#app/core/kernel/fold.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import type { World } from '#app/platform/world.server.ts'
import { listCourses } from '../catalogue/list-courses.server.ts'
import { listEnrolments } from './enrolment-store.server.ts'
import { getStanding } from './find-standing.server.ts'

export type CatalogueEntry = CourseSummary & { own: { state: EnrolmentState; percent: number } | null }
export type Search = { theme: Theme | null; words: string }

/** `total`: how many courses there are before searching. Words are looked for in titles and summaries of every language. */
export async function listCatalogue(world: Pick<World, 'db'>, actor: Pick<Actor, 'personId'> | null, { theme, words }: Search, locale: Locale): Promise<{ courses: CatalogueEntry[]; total: number }> {
  const all = await listCourses(world, locale)
  const found = all.filter((course) => (theme === null || course.theme === theme) && matchesSearch(textOf(course), words))
  const enrolments = actor ? await listEnrolments(world.db, actor.personId) : new Map<string, never>()
  const courses: CatalogueEntry[] = []
  for (const course of found) {
    const enrolment = enrolments.get(course.courseId)
    const standing = enrolment && (await getStanding(world.db, enrolment))
    courses.push({ ...course, own: standing ? { state: standing.state, percent: standing.progress.percent } : null })
  }
  return { courses, total: all.length }
}

function textOf({ title, summary }: CourseSummary): string {
  return [...Object.values(title), ...Object.values(summary)].join(' ')
}
