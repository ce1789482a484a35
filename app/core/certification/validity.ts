// From which day and until which day a certificate is valid, both included, in Europe/Bucharest.
import { dayAfterMonths, dayOf, type Day } from '../kernel/calendar.ts'

/**
 * The last valid day: the same day so many months later, or that month's last where it has no such day (Civil Code, art. 2552).
 * Null when the course sets no end.
 */
export function lastValidDay(effectiveOn: Day, validityMonths: number | null): Day | null {
  return validityMonths === null ? null : dayAfterMonths(effectiveOn, validityMonths)
}

/** The offsets of Bucharest from UTC in summer and winter; clocks there never change at midnight. */
const OFFSETS_H = [3, 2]
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** The last whole second of a day in Bucharest. */
export function lastSecondOf(day: Day): Date {
  const nextMidnightUtc = Date.parse(`${day}T00:00:00Z`) + DAY_MS
  const ends = OFFSETS_H.map((offset) => new Date(nextMidnightUtc - offset * HOUR_MS - 1_000))
  const end = ends.find((candidate) => dayOf(candidate) === day && dayOf(new Date(candidate.getTime() + 1_000)) !== day)
  if (!end) throw new RangeError(`${day} has no end in Bucharest`)
  return end
}

/** ISO 8601 in UTC to the whole second, rounded down: what credentials hold. */
export function wholeSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`
}
