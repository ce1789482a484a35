// In which months a certificate is valid and a post is held, each asked at the month's last day with what was recorded while
// the month was open.
import { addMonths, lastDayOf, monthOf, type Day, type Month } from '../kernel/calendar.ts'
import type { CertificateFact, PostFact, RevocationFact } from './facts.ts'
import { firstOpenMonth } from './months-open.ts'

/** Months from the first to the last, both included; without end when the last is null. */
export type Span = { first: Month; last: Month | null }

export function covers(span: Span, month: Month): boolean {
  return span.first <= month && (span.last === null || month <= span.last)
}

/** Null when there is no such month. */
export function spanOfCertificate(certificate: CertificateFact): Span | null {
  return spanOrNone({
    first: later(monthOf(certificate.effectiveOn), firstOpenMonth(certificate.recordedAt)),
    last: earlier(certificate.validUntil && lastMonthEndedBy(certificate.validUntil), certificate.revocation && lastMonthBefore(certificate.revocation)),
  })
}

/** Null when there is no such month: a post may be ended before it began. */
export function spanOfPost(post: PostFact): Span | null {
  return spanOrNone({
    first: later(monthOf(post.startsOn), firstOpenMonth(post.recordedAt)),
    // Months that were closed when the end was recorded keep the post.
    last: post.end && later(lastMonthEndedBy(post.end.endsOn), addMonths(firstOpenMonth(post.end.recordedAt), -1)),
  })
}

/** The last month whose last day is not after the day. */
function lastMonthEndedBy(day: Day): Month {
  const month = monthOf(day)
  return day === lastDayOf(month) ? month : addMonths(month, -1)
}

function lastMonthBefore(revocation: RevocationFact): Month {
  const open = firstOpenMonth(revocation.recordedAt)
  return addMonths(revocation.effect === 'void' ? open : later(open, monthOf(revocation.effectiveOn)), -1)
}

function spanOrNone(span: Span): Span | null {
  return span.last !== null && span.last < span.first ? null : span
}

function later(a: Month, b: Month): Month {
  return a > b ? a : b
}

function earlier(a: Month | null, b: Month | null): Month | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
