// The life of an enrolment: active, withdrawn (and taken up again with everything kept), completed for good. To renew a certificate a
// new round begins; the old one stays as it is.
import { dateFromDay, dayFromDate, type Day } from '../kernel/calendar.ts'

export const enrolmentStates = ['active', 'withdrawn', 'completed'] as const
export type EnrolmentState = (typeof enrolmentStates)[number]

export function enrolmentState(facts: { withdrawnAt: Date | null; isCompleted: boolean }): EnrolmentState {
  if (facts.isCompleted) return 'completed'
  return facts.withdrawnAt ? 'withdrawn' : 'active'
}

/** Whether what is entered in lessons is kept. Who has left reads as anybody does, and finds it again on coming back. */
export function keepsEntries(state: EnrolmentState): boolean {
  return state !== 'withdrawn'
}

/** Before the last valid day, the time in which the course may be taken again: a term is enough for any course, so no gap arises. */
export const RENEWAL_DAYS = 90

/** Of the certificate that a completed round earned. `revokedFrom`: the first day on which it counts no more, if it was revoked. */
export type CertificateFacts = { validUntil: Day | null; revokedFrom: Day | null }

/** The first day on which a new round may begin; null while none is in sight. */
export function renewableFrom({ validUntil, revokedFrom }: CertificateFacts): Day | null {
  const beforeExpiry = validUntil && daysBefore(validUntil, RENEWAL_DAYS)
  const days = [beforeExpiry, revokedFrom].filter((day) => day !== null)
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first))
}

export type LatestEnrolment = { round: number; state: 'active' | 'withdrawn' } | { round: number; state: 'completed'; certificate: CertificateFacts }

/** `round`: the one the person is in from then on. `from`: the day on which a refusal ends. */
export type EnrolmentDecision = { kind: 'begin' | 'resume' | 'already'; round: number } | { kind: 'refused'; refusal: 'certificate-valid'; from: Day | null }

/** What asking to enrol means for who was never enrolled (null) or was. */
export function decideEnrolment(latest: LatestEnrolment | null, today: Day): EnrolmentDecision {
  if (!latest) return { kind: 'begin', round: 1 }
  if (latest.state !== 'completed') return { kind: latest.state === 'active' ? 'already' : 'resume', round: latest.round }
  const from = renewableFrom(latest.certificate)
  return from !== null && from <= today ? { kind: 'begin', round: latest.round + 1 } : { kind: 'refused', refusal: 'certificate-valid', from }
}

function daysBefore(day: Day, count: number): Day {
  const date = dateFromDay(day)
  date.setUTCDate(date.getUTCDate() - count)
  return dayFromDate(date)
}
