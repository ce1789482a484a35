// A range is taken once, and again when what stays can be seen.
import { nextAttempt, type NextAttempt, type PastAttempt } from './attempts.ts'
import type { QuizKind } from './question.ts'

/** A quarter of a year: long enough to forget what was only memorised. */
export const RANGE_DAYS = 90

/** To look closely at one situation and judge it. */
const MINUTES_PER_SITUATION = 1.5

export function minutesOfRange(situations: number): number {
  return Math.ceil(situations * MINUTES_PER_SITUATION)
}

/** `past` in any order. */
export function nextRangeAttempt(past: readonly PastAttempt[], now: Date): NextAttempt {
  const last = Math.max(0, ...past.map(({ submittedAt }) => submittedAt.getTime()))
  const number = Math.max(0, ...past.map((attempt) => attempt.number)) + 1
  const until = new Date(last + RANGE_DAYS * 86_400_000)
  return past.length > 0 && now < until ? { state: 'paused', number, until } : { state: 'open', number }
}

/** What may come next at a quiz of either kind. */
export function nextTaking(kind: QuizKind, past: readonly PastAttempt[], now: Date): NextAttempt {
  return kind === 'range' ? nextRangeAttempt(past, now) : nextAttempt(past, now)
}
