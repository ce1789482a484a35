// Keeps answers that are not handed in yet, for another day or another device. A sheet that is no longer open leaves nothing behind.
import { arrange } from '#app/core/assessment/arrange.ts'
import { readSheet } from '#app/core/assessment/sheet.ts'
import type { Actor } from '#app/core/access/can.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { saveDraftRow } from './attempt-store.server.ts'
import { lockEnrolmentId } from './enrolment-store.server.ts'
import { openQuiz } from './open-quiz.server.ts'
import type { HandIn } from './submit-attempt.server.ts'

type Refusal = 'not-enrolled' | 'withdrawn' | 'no-quiz' | 'not-open'

export async function saveDraft(world: Pick<World, 'db' | 'clock'>, { personId }: Pick<Actor, 'personId'>, { attempt, fields, courseSlug, quizSlug }: HandIn): Promise<Outcome<null, Refusal>> {
  const now = await world.clock()
  return await inTransaction(world.db, async (tx): Promise<Outcome<null, Refusal>> => {
    const enrolmentId = await lockEnrolmentId(tx, personId, courseSlug)
    if (!enrolmentId) return refused('not-enrolled')
    const opened = await openQuiz(tx, enrolmentId, quizSlug, now)
    if (!opened.ok) return opened
    const { enrolment, quiz, next } = opened.value
    if (next.state !== 'open' || next.number !== attempt) return refused('not-open')
    const answers = readSheet(arrange(quiz.questions, { enrolmentId: enrolment.id, quizKey: quiz.key, attempt }), fields)
    await saveDraftRow(tx, enrolment.id, quiz.key, { responses: new Map(answers.map(({ key, response }) => [key, response])), savedAt: now })
    return done(null)
  })
}
