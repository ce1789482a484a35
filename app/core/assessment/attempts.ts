// When a quiz may be taken: until it is passed, again at once after the first failure, later only after a pause to read once more.

/** Long enough to open a lesson again, short enough for a break between classes. */
export const PAUSE_MINUTES = 5

/** More than a life of pauses allows. */
const MOST_ATTEMPTS = 999_999

/** Whether a number that somebody sent can be an attempt's. */
export function isAttemptNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= MOST_ATTEMPTS
}

export type PastAttempt = { number: number; submittedAt: Date; passed: boolean }

export type NextAttempt = { state: 'open'; number: number } | { state: 'paused'; number: number; until: Date } | { state: 'passed' }

/** `past` in any order. */
export function nextAttempt(past: readonly PastAttempt[], now: Date): NextAttempt {
  if (past.some((attempt) => attempt.passed)) return { state: 'passed' }
  const last = past.reduce<PastAttempt | null>((latest, attempt) => (latest && latest.number > attempt.number ? latest : attempt), null)
  const number = (last?.number ?? 0) + 1
  if (!last || past.length === 1) return { state: 'open', number }
  const until = new Date(last.submittedAt.getTime() + PAUSE_MINUTES * 60_000)
  return now < until ? { state: 'paused', number, until } : { state: 'open', number }
}
