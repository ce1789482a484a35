// A lesson read to its end, at the reader's word. The last requirement of a course may be a lesson: then this completes it.
import type { Actor } from '#app/core/access/can.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { nextUnit } from '#app/core/progress/progress.ts'
import { unitLink, type UnitLink } from '#app/core/progress/unit-link.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { getVersion } from '../catalogue/get-version.server.ts'
import { completeCourse } from './complete-course.server.ts'
import { insertReading, lockEnrolment } from './enrolment-store.server.ts'

/** What is missing next; null when nothing is. */
export async function recordReading(
  world: Pick<World, 'db' | 'clock'>,
  { personId }: Pick<Actor, 'personId'>,
  { courseSlug, lessonSlug }: { courseSlug: string; lessonSlug: string },
): Promise<Outcome<UnitLink | null, 'not-enrolled' | 'withdrawn' | 'no-lesson'>> {
  const now = await world.clock()
  return await inTransaction(world.db, async (tx) => {
    const enrolment = await lockEnrolment(tx, personId, courseSlug)
    if (!enrolment) return refused('not-enrolled')
    if (enrolment.completion) return done(null)
    if (enrolment.withdrawnAt) return refused('withdrawn')
    const version = await getVersion(tx, enrolment.versionId)
    const lesson = version.modules.flatMap(({ lessons }) => lessons).find(({ slug }) => slug === lessonSlug)
    if (!lesson) return refused('no-lesson')
    await insertReading(tx, enrolment.id, lesson.key, now)
    const standing = await completeCourse(tx, enrolment, now)
    const next = nextUnit(version, standing.done, { kind: 'lesson', key: lesson.key })
    return done(next && unitLink(version, next))
  })
}
