// How long a token for the API may be good, and what its name may be.
import { dayAfterMonths, type Day } from '../kernel/calendar.ts'
import { done, refused, type Outcome } from '../kernel/outcome.ts'

export const TOKEN_NAME_LONGEST = 60
const LONGEST_MONTHS = 12
const OFFERED_MONTHS = 3

export type TokenEndRefusal = 'end-in-past' | 'end-too-far'

/** The furthest last day that a token made today may have. */
export function furthestTokenEnd(today: Day): Day {
  return dayAfterMonths(today, LONGEST_MONTHS)
}

/** The last day that is offered to who does not choose. */
export function offeredTokenEnd(today: Day): Day {
  return dayAfterMonths(today, OFFERED_MONTHS)
}

export function decideTokenEnd(end: Day, today: Day): Outcome<Day, TokenEndRefusal> {
  if (end < today) return refused('end-in-past')
  return end > furthestTokenEnd(today) ? refused('end-too-far') : done(end)
}

/** The name in one line, or null when it is none. */
export function readTokenName(typed: string): string | null {
  const name = typed.normalize('NFC').trim().replace(/\s+/gu, ' ')
  return name !== '' && [...name].length <= TOKEN_NAME_LONGEST && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(name) ? name : null
}
