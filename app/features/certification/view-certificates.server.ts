// What may be told of certificates today, and to whom: the public's view leaves out the score, the address and the reasons of the issuer.
import type { Outcome } from '#app/core/catalogue/outline.ts'
import { deriveStatus, type CertificateStatus } from '#app/core/certification/status.ts'
import { dayOf, type Day } from '#app/core/kernel/calendar.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import type { World } from '#app/platform/world.server.ts'
import { listSupersessions, type Certificate, type Revocation } from './certificate-store.server.ts'

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
  revocation: Pick<Revocation, 'effect' | 'effectiveOn'> | null
  /** Hexadecimal SHA-256 of the signed credential, from which its rosette is engraved; null while pending. */
  hash: string | null
}

/** For its holder. */
export type OwnCertificate = PublicCertificate & { scorePercent: number; note: string | null }

/** For administrators. */
export type CertificateFile = PublicCertificate & { recordedAt: Date; statusListId: number; statusIndex: number; revocation: Revocation | null }

export async function viewPublicly(world: Pick<World, 'db' | 'clock'>, certificates: Certificate[]): Promise<PublicCertificate[]> {
  const today = dayOf(await world.clock())
  const supersessions = await listSupersessions(world.db, certificates.map(({ id }) => id))
  return certificates.map((certificate) => {
    const supersededOn = supersessions.get(certificate.id) ?? null
    const { serial, holderName, courseTitle, minutes, outcomes, effectiveOn, validUntil, revocation, hash } = certificate
    return {
      serial,
      status: deriveStatus({ ...certificate, supersededOn }, today),
      holder: holderName,
      course: courseTitle,
      minutes,
      outcomes,
      completedOn: effectiveOn,
      validUntil,
      supersededOn,
      revocation: revocation && { effect: revocation.effect, effectiveOn: revocation.effectiveOn },
      hash,
    }
  })
}
