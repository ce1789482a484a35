// The certificate that a serial stands for, for whoever has the serial. A mistyped serial is refused without a look at the database.
import { parseSerial } from '#app/core/certification/serial.ts'
import type { PublicCertificate } from '#app/core/certification/view.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import type { World } from '#app/platform/world.server.ts'
import { findCertificateBySerial } from './certificate-store.server.ts'
import { viewCertificates } from './view-certificates.server.ts'

/** `malformed`: no serial at all; `unknown`: a serial that was never given out. */
export async function findPublicCertificate(world: Pick<World, 'db' | 'clock'>, serialText: string): Promise<Outcome<PublicCertificate, 'malformed' | 'unknown'>> {
  const serial = parseSerial(serialText)
  if (!serial) return refused('malformed')
  const certificate = await findCertificateBySerial(world.db, serial)
  const [view] = certificate ? await viewCertificates(world, [certificate]) : []
  return view ? done(view) : refused('unknown')
}
