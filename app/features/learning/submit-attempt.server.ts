// Hands in a quiz. One transaction, under the enrolment's lock, grades, writes the attempt and, if it was the last requirement, the
// completion and the certificate: however many times the same sheet arrives, there is one attempt and one of each.
import { arrange } from '#app/core/assessment/arrange.ts'
import { isAttemptNumber } from '#app/core/assessment/attempts.ts'
import { gradeSheet } from '#app/core/assessment/grade.ts'
import { readSheet, type Fault } from '#app/core/assessment/sheet.ts'
import type { Actor } from '#app/core/access/can.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { getAnswerKeys } from '../catalogue/get-answer-keys.server.ts'
import { deleteDraft, insertAttempt, isHandedIn } from './attempt-store.server.ts'
import { completeCourse } from './complete-course.server.ts'
import { lockEnrolmentId } from './enrolment-store.server.ts'
import { openQuiz, type QuizAddress } from './open-quiz.server.ts'

/** `attempt`: the number that the sheet was shown with. It is compared with what is open, and decides nothing. */
export type HandIn = QuizAddress & { attempt: number; fields: URLSearchParams }

export type Submission =
  /** Handed in now or before: the result stands at this attempt. */
  | { kind: 'handed-in'; attempt: number }
  /** Nothing was written: questions, counted from 1, with what is wrong with them. */
  | { kind: 'faulty'; faults: { question: number; fault: Fault }[] }
  | { kind: 'refused'; refusal: 'not-enrolled' | 'withdrawn' | 'no-quiz' | 'not-open' }

export async function submitAttempt(world: Pick<World, 'db' | 'clock'>, { personId }: Pick<Actor, 'personId'>, { attempt, fields, courseSlug, quizSlug }: HandIn): Promise<Submission> {
  const now = await world.clock()
  return await inTransaction(world.db, async (tx): Promise<Submission> => {
    const enrolmentId = await lockEnrolmentId(tx, personId, courseSlug)
    if (!enrolmentId) return { kind: 'refused', refusal: 'not-enrolled' }
    // First of all: whoever waited for the lock with the same sheet is let go at once.
    if (isAttemptNumber(attempt) && (await isHandedIn(tx, enrolmentId, quizSlug, attempt))) return { kind: 'handed-in', attempt }
    const opened = await openQuiz(tx, enrolmentId, quizSlug, now)
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal }
    const { enrolment, version, quiz, next } = opened.value
    if (next.state !== 'open' || next.number !== attempt) return { kind: 'refused', refusal: 'not-open' }

    const answers = readSheet(arrange(quiz.questions, { enrolmentId: enrolment.id, quizKey: quiz.key, attempt }), fields)
    const faults = answers.flatMap(({ fault }, index) => (fault ? [{ question: index + 1, fault }] : []))
    if (faults.length > 0) return { kind: 'faulty', faults }

    const responses = new Map(answers.map(({ key, response }) => [key, response]))
    const keys = await getAnswerKeys(tx, version.id, quiz.key)
    const asked = new Map([...keys].filter(([key]) => responses.has(key)))
    const grade = gradeSheet(asked, responses, quiz.kind === 'range' ? null : version.passPercent)
    await insertAttempt(tx, { enrolmentId: enrolment.id, quizKey: quiz.key, number: attempt, submittedAt: now, grade })
    await deleteDraft(tx, enrolment.id, quiz.key)
    if (grade.passed) await completeCourse(tx, enrolment, now)
    return { kind: 'handed-in', attempt }
  })
}
