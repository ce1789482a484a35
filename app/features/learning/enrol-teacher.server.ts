// Enrols a person in a course as it is taught now. Asking again changes nothing; who withdrew goes on where they stopped; who holds a
// certificate begins a new round once it is revoked, expired or about to expire.
import type { Actor } from '#app/core/access/can.ts'
import { decideEnrolment, type LatestEnrolment } from '#app/core/enrolment/enrolment.ts'
import { dayOf } from '#app/core/kernel/calendar.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { findCourse } from '../catalogue/find-course.server.ts'
import { insertEnrolment, lockEnrolment, setWithdrawn, type Enrolment } from './enrolment-store.server.ts'

/** The round that the person is in. */
export async function enrolTeacher(world: Pick<World, 'db' | 'clock'>, { personId }: Pick<Actor, 'personId'>, courseSlug: string): Promise<Outcome<{ round: number }, 'no-course' | 'certificate-valid'>> {
  const course = await findCourse(world, courseSlug)
  if (!course) return refused('no-course')
  const now = await world.clock()
  return await inTransaction(world.db, async (tx) => {
    const enrolment = await lockEnrolment(tx, personId, courseSlug)
    const decision = decideEnrolment(enrolment && latestOf(enrolment), dayOf(now))
    if (decision.kind === 'refused') return refused(decision.refusal)
    if (decision.kind === 'begin') await insertEnrolment(tx, { personId, courseId: course.courseId, versionId: course.id, round: decision.round, enrolledAt: now })
    if (decision.kind === 'resume' && enrolment) await setWithdrawn(tx, enrolment.id, null)
    return done({ round: decision.round })
  })
}

function latestOf({ round, withdrawnAt, completion }: Enrolment): LatestEnrolment {
  if (completion) return { round, state: 'completed', certificate: completion.certificate }
  return { round, state: withdrawnAt ? 'withdrawn' : 'active' }
}
