// What may be said of a certificate on a day. Derived each time from what is recorded, never stored.
import type { Day } from '../kernel/calendar.ts'
import type { RevocationEffect } from './revocation.ts'

export const certificateStatuses = ['pending', 'valid', 'expired', 'superseded', 'revoked'] as const
export type CertificateStatus = (typeof certificateStatuses)[number]

export type StatusFacts = {
  isIssued: boolean
  /** Last valid day. */
  validUntil: Day | null
  revocation: { effect: RevocationEffect; effectiveOn: Day } | null
  /** The day from which a newer certificate of the same course, itself not revoked, stands in its place. */
  supersededOn: Day | null
}

/** Revoked is said before all else, and expired before superseded: a certificate that has run out is not merely renewed. */
export function deriveStatus(facts: StatusFacts, day: Day): CertificateStatus {
  if (facts.revocation && (facts.revocation.effect === 'void' || day >= facts.revocation.effectiveOn)) return 'revoked'
  if (!facts.isIssued) return 'pending'
  if (facts.validUntil !== null && day > facts.validUntil) return 'expired'
  if (facts.supersededOn !== null && day >= facts.supersededOn) return 'superseded'
  return 'valid'
}
