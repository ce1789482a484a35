// Keeps answers that are not handed in yet, for another day or another device. A sheet that is no longer open leaves nothing behind.
import { arrange } from '#app/core/assessment/arrange.ts'
import { readSheet } from '#app/core/assessment/sheet.ts'
import type { Actor } from '#app/core/access/can.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { saveDraftRow } from './attempt-store.server.ts'
import { lockQuiz } from './lock-quiz.server.ts'
import type { HandIn } from './submit-attempt.server.ts'

type Refusal = 'not-enrolled' | 'withdrawn' | 'no-quiz' | 'not-open'

export async function saveDraft(world: Pick<World, 'db' | 'clock'>, { personId }: Pick<Actor, 'personId'>, { attempt, fields, ...address }: HandIn): Promise<Outcome<null, Refusal>> {
  const now = await world.clock()
  return await inTransaction(world.db, async (tx): Promise<Outcome<null, Refusal>> => {
    const locked = await lockQuiz(tx, personId, address, now)
    if (!locked.ok) return locked
    const { enrolment, state, quiz, next } = locked.value
    if (state === 'withdrawn') return refused('withdrawn')
    if (next.state !== 'open' || next.number !== attempt) return refused('not-open')
    const answers = readSheet(arrange(quiz.questions, { enrolmentId: enrolment.id, quizKey: quiz.key, attempt }), fields)
    await saveDraftRow(tx, enrolment.id, quiz.key, { responses: new Map(answers.map(({ key, response }) => [key, response])), savedAt: now })
    return done(null)
  })
}
