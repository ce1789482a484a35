// The result of an attempt, for who made it: the score, what was answered, why, and what to do next.
import type { LocalizedMock } from '#app/core/assessment/mock.ts'
import type { QuestionType } from '#app/core/assessment/question.ts'
import { nextTaking } from '#app/core/assessment/range.ts'
import { reviewAnswer, type Review } from '#app/core/assessment/review.ts'
import { reviewOpenAnswer, type OpenReview } from '#app/core/assessment/self-assessment.ts'
import type { Actor } from '#app/core/access/can.ts'
import { findQuiz, type QuizOutline } from '#app/core/catalogue/outline.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import { nextUnit } from '#app/core/progress/progress.ts'
import { unitLink, type UnitLink } from '#app/core/progress/unit-link.ts'
import type { World } from '#app/platform/world.server.ts'
import { getAnswerKeys } from '../catalogue/get-answer-keys.server.ts'
import { findAttempt } from './attempt-store.server.ts'
import { quizFrame, type QuizView } from './find-quiz-sheet.server.ts'
import { findStanding, type Standing } from './find-standing.server.ts'
import { listAsked } from './list-asked.server.ts'
import type { QuizAddress } from './open-quiz.server.ts'
import { listOwnPoints } from './self-assessment-store.server.ts'

export type NextStep =
  | { kind: 'certificate' }
  | { kind: 'unit'; unit: UnitLink }
  /** `opensAt`: null when it is open now. */
  | { kind: 'retry' | 'range'; opensAt: Date | null }
  /** The enrolment was withdrawn. */
  | { kind: 'course' }

/** `review` of an open question says nothing of right and wrong: it gives no points. */
export type ResultQuestion = { text: Localized; mock?: LocalizedMock | undefined } & ({ type: Exclude<QuestionType, 'open'>; review: Review } | { type: 'open'; review: OpenReview })

export type ResultView = Omit<QuizView, 'sheet' | 'lastAttempt'> & {
  attempt: { number: number; submittedAt: Date; percent: number; passed: boolean }
  questions: ResultQuestion[]
  /** Of a range that was taken before: what was right the first time. */
  firstPercent: number | null
  /** Whether right answers are told: the quiz is passed, by this attempt or another, or is a range. */
  isTold: boolean
  next: NextStep
}

export async function findAttemptResult(
  world: Pick<World, 'db' | 'clock'>,
  { personId }: Pick<Actor, 'personId'>,
  { courseSlug, quizSlug, attempt: number }: QuizAddress & { attempt: number },
): Promise<ResultView | null> {
  const standing = await findStanding(world, personId, courseSlug)
  const found = standing && findQuiz(standing.version, quizSlug)
  const attempt = found && (await findAttempt(world.db, standing.enrolment.id, found.quiz.key, number))
  if (!attempt) return null
  const { quiz } = found
  const isTold = quiz.kind === 'range' || standing.done.quizzes.has(quiz.key)
  const { submittedAt, percent, passed } = attempt
  return {
    ...quizFrame(standing.version, found, standing),
    attempt: { number, submittedAt, percent, passed },
    firstPercent: quiz.kind === 'range' && number > 1 ? await findFirstPercent(world, standing, quiz) : null,
    questions: await reviewAttempt(world, standing, quiz, number, isTold),
    isTold,
    next: nextStep(standing, quiz, await world.clock()),
  }
}

async function findFirstPercent(world: Pick<World, 'db'>, { enrolment }: Standing, { key }: QuizOutline): Promise<number | null> {
  const first = await findAttempt(world.db, enrolment.id, key, 1)
  return first?.percent ?? null
}

async function reviewAttempt(world: Pick<World, 'db'>, { enrolment, version }: Standing, quiz: QuizOutline, number: number, isTold: boolean): Promise<ResultQuestion[]> {
  const keys = await getAnswerKeys(world, version.id, quiz.key)
  const own = await listOwnPoints(world.db, { enrolmentId: enrolment.id, quizKey: quiz.key, number })
  const asked = await listAsked(world.db, enrolment.id, quiz, number)
  return asked.map(({ key, face, response }): ResultQuestion => {
    const answerKey = keys.get(key)
    if (!answerKey) throw new Error(`question ${key} of version ${version.id} has no key`)
    if (face.type !== 'open') return { type: face.type, text: face.text, mock: face.mock, review: reviewAnswer(face, answerKey, response, isTold) }
    if (answerKey.type !== 'open' || response.type !== 'open') throw new Error(`question ${key} of version ${version.id} is open in part`)
    return { type: 'open', text: face.text, review: reviewOpenAnswer(face, answerKey, response.text, own.get(key)) }
  })
}

function nextStep({ enrolment, state, version, done, attempts }: Standing, quiz: QuizOutline, now: Date): NextStep {
  const retry = nextTaking(quiz.kind, attempts.filter(({ quizKey }) => quizKey === quiz.key), now)
  const opensAt = retry.state === 'paused' ? retry.until : null
  if (quiz.kind === 'range' && state !== 'withdrawn') return { kind: 'range', opensAt }
  if (enrolment.completion) return { kind: 'certificate' }
  if (state === 'withdrawn') return { kind: 'course' }
  if (retry.state !== 'passed') return { kind: 'retry', opensAt }
  const unit = nextUnit(version, done, { kind: 'quiz', key: quiz.key })
  return unit ? { kind: 'unit', unit: unitLink(version, unit) } : { kind: 'course' }
}
