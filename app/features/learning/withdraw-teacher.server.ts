// Ends a person's enrolment at their own wish. What was read and answered is kept for when they come back; a completed course stays completed.
import type { Actor } from '#app/core/access/can.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { lockEnrolment, setWithdrawn } from './enrolment-store.server.ts'

export async function withdrawTeacher(world: Pick<World, 'db' | 'clock'>, { personId }: Pick<Actor, 'personId'>, courseSlug: string): Promise<Outcome<null, 'not-enrolled' | 'completed'>> {
  const now = await world.clock()
  return await inTransaction(world.db, async (tx) => {
    const enrolment = await lockEnrolment(tx, personId, courseSlug)
    if (!enrolment) return refused('not-enrolled')
    if (enrolment.completion) return refused('completed')
    if (!enrolment.withdrawnAt) await setWithdrawn(tx, enrolment.id, now)
    return done(null)
  })
}
