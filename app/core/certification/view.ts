// What may be told of a certificate, and to whom.
import type { Outcome } from '../catalogue/outline.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Localized } from '../kernel/locale.ts'
import type { RevocationEffect, RevocationReason } from './revocation.ts'
import type { CertificateStatus } from './status.ts'

/** For whoever has the serial: without score, address and the issuer's reasons. */
export type PublicCertificate = {
  serial: string
  status: CertificateStatus
  holder: string
  course: Localized
  minutes: number
  outcomes: readonly Outcome[]
  completedOn: Day
  /** Last valid day. */
  validUntil: Day | null
  supersededOn: Day | null
  revocation: { effect: RevocationEffect; effectiveOn: Day } | null
  /** Hexadecimal SHA-256 of the signed credential, from which its rosette is engraved; null while pending. */
  hash: string | null
  statusListId: number
}

/** For its holder: with the issuer's reason and message, if it was revoked. */
export type OwnCertificate = PublicCertificate & { scorePercent: number; countsTowardIndicator: boolean; reason: RevocationReason | null; note: string | null }

/** For administrators. */
export type CertificateFile = PublicCertificate & {
  recordedAt: Date
  statusIndex: number
  revocation: { reason: RevocationReason; effect: RevocationEffect; effectiveOn: Day; note: string; recordedAt: Date } | null
}
