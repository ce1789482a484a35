// A person's certificates, the newest first, with what is said to them alone.
import type { OwnCertificate } from '#app/core/certification/view.ts'
import type { World } from '#app/platform/world.server.ts'
import { listCertificatesOf } from './certificate-store.server.ts'
import { viewCertificates } from './view-certificates.server.ts'

/** More than anybody earns in a career. */
const MOST = 200

export async function listOwnCertificates(world: Pick<World, 'db' | 'clock'>, personId: string): Promise<OwnCertificate[]> {
  const certificates = await listCertificatesOf(world.db, personId, MOST)
  const views = await viewCertificates(world, certificates)
  return views.map((view, at) => {
    const { scorePercent, countsTowardIndicator, revocation } = certificates[at]!
    return { ...view, scorePercent, countsTowardIndicator, reason: revocation?.reason ?? null, note: revocation?.note ?? null }
  })
}
