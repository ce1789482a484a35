// When a certificate may be revoked, why, and from which day.
import { done, refused, type Outcome } from '../kernel/outcome.ts'
import type { Day } from '../kernel/calendar.ts'

export const revocationReasons = ['error', 'fraud', 'identity', 'withdrawn_course'] as const
export type RevocationReason = (typeof revocationReasons)[number]

/** `void`: as if it had never been; `from_date`: valid until the day before. */
export const revocationEffects = ['void', 'from_date'] as const
export type RevocationEffect = (typeof revocationEffects)[number]

export type RevocationRefusal = 'pending' | 'already_revoked' | 'date_missing' | 'date_before_certificate' | 'date_in_future'

type Certificate = { isIssued: boolean; isRevoked: boolean; effectiveOn: Day }
type Wish = { effect: RevocationEffect; effectiveOn: Day | null }

/** The first day on which the certificate is no longer valid. A void one loses its own first day; a date lies between that day and today. */
export function decideRevocation(certificate: Certificate, wish: Wish, today: Day): Outcome<Day, RevocationRefusal> {
  if (certificate.isRevoked) return refused('already_revoked')
  if (!certificate.isIssued) return refused('pending')
  if (wish.effect === 'void') return done(certificate.effectiveOn)
  if (wish.effectiveOn === null) return refused('date_missing')
  if (wish.effectiveOn < certificate.effectiveOn) return refused('date_before_certificate')
  if (wish.effectiveOn > today) return refused('date_in_future')
  return done(wish.effectiveOn)
}
