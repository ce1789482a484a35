// A quiz of an enrolment that the caller holds, with the attempts made at it and what may come next.
import type { NextAttempt } from '#app/core/assessment/attempts.ts'
import { nextTaking } from '#app/core/assessment/range.ts'
import { findQuiz, type QuizOutline, type VersionOutline } from '#app/core/catalogue/outline.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { getEnrolment, type Enrolment } from './enrolment-store.server.ts'
import { getStanding } from './find-standing.server.ts'

export type QuizAddress = { courseSlug: string; quizSlug: string }
export type OpenQuiz = { enrolment: Enrolment; version: VersionOutline; quiz: QuizOutline; next: NextAttempt }

export async function openQuiz(tx: Transaction, enrolmentId: string, quizSlug: string, now: Date): Promise<Outcome<OpenQuiz, 'no-quiz' | 'withdrawn'>> {
  const enrolment = await getEnrolment(tx, enrolmentId)
  const { version, state, attempts } = await getStanding(tx, enrolment)
  const quiz = findQuiz(version, quizSlug)?.quiz
  if (!quiz) return refused('no-quiz')
  if (state === 'withdrawn') return refused('withdrawn')
  return done({ enrolment, version, quiz, next: nextTaking(quiz.kind, attempts.filter(({ quizKey }) => quizKey === quiz.key), now) })
}
