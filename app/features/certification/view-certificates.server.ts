// Certificates as they stand today, without what the public may not see.
import { deriveStatus } from '#app/core/certification/status.ts'
import type { PublicCertificate } from '#app/core/certification/view.ts'
import { dayOf } from '#app/core/kernel/calendar.ts'
import type { World } from '#app/platform/world.server.ts'
import { listSupersessions, type Certificate } from './certificate-store.server.ts'

/** In the order given. */
export async function viewCertificates(world: Pick<World, 'db' | 'clock'>, certificates: Certificate[]): Promise<PublicCertificate[]> {
  const today = dayOf(await world.clock())
  const supersessions = await listSupersessions(world.db, certificates.map(({ id }) => id))
  return certificates.map((certificate) => {
    const supersededOn = supersessions.get(certificate.id) ?? null
    const { serial, holderName, courseTitle, minutes, outcomes, effectiveOn, validUntil, revocation, hash, statusListId } = certificate
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
      statusListId,
    }
  })
}
