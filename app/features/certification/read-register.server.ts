// The register of certificates as an administrator reads it: the latest, and one by its serial. There is no search by name.
import { can, type Actor } from '#app/core/access/can.ts'
import { parseSerial } from '#app/core/certification/serial.ts'
import type { CertificateFile, PublicCertificate } from '#app/core/certification/view.ts'
import type { World } from '#app/platform/world.server.ts'
import { findCertificateBySerial, listLatestCertificates } from './certificate-store.server.ts'
import { viewCertificates } from './view-certificates.server.ts'

const LATEST = 50

/** Nothing for anybody but administrators. */
export async function listRecentCertificates(world: Pick<World, 'db' | 'clock'>, actor: Actor): Promise<PublicCertificate[]> {
  return can(actor, 'certificate.revoke', null) ? viewCertificates(world, await listLatestCertificates(world.db, LATEST)) : []
}

/** Null when there is none, and for anybody but administrators. */
export async function findCertificateFile(world: Pick<World, 'db' | 'clock'>, actor: Actor, serialText: string): Promise<CertificateFile | null> {
  const serial = parseSerial(serialText)
  if (!serial || !can(actor, 'certificate.revoke', null)) return null
  const certificate = await findCertificateBySerial(world.db, serial)
  const [view] = certificate ? await viewCertificates(world, [certificate]) : []
  if (!certificate || !view) return null
  const { recordedAt, statusIndex, revocation } = certificate
  return { ...view, recordedAt, statusIndex, revocation }
}
