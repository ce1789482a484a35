// A quiz of a person's enrolment, held until the transaction ends, with the attempts made at it.
import { nextAttempt, type NextAttempt } from '#app/core/assessment/attempts.ts'
import { quizzesOf, type QuizOutline, type VersionOutline } from '#app/core/catalogue/outline.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Attempt } from './attempt-store.server.ts'
import { lockEnrolment, type Enrolment } from './enrolment-store.server.ts'
import { getStanding, type Standing } from './find-standing.server.ts'

export type QuizAddress = { courseSlug: string; quizSlug: string }
export type LockedQuiz = { enrolment: Enrolment; state: Standing['state']; version: VersionOutline; quiz: QuizOutline; past: Attempt[]; next: NextAttempt }

export async function lockQuiz(tx: Transaction, personId: string, { courseSlug, quizSlug }: QuizAddress, now: Date): Promise<Outcome<LockedQuiz, 'not-enrolled' | 'no-quiz'>> {
  const enrolment = await lockEnrolment(tx, personId, courseSlug)
  if (!enrolment) return refused('not-enrolled')
  const { version, state, attempts } = await getStanding(tx, enrolment)
  const quiz = quizzesOf(version).find(({ slug }) => slug === quizSlug)
  if (!quiz) return refused('no-quiz')
  const past = attempts.filter(({ quizKey }) => quizKey === quiz.key)
  return done({ enrolment, state, version, quiz, past, next: nextAttempt(past, now) })
}
