// What a message about a certificate tells, in its reader's language.
import type { RevocationEffect, RevocationReason } from '#app/core/certification/revocation.ts'
import type { Day } from '#app/core/kernel/calendar.ts'
import { chooseLocale, localize, type Locale } from '#app/core/kernel/locale.ts'
import type { World } from '#app/platform/world.server.ts'
import { findCertificate } from './certificate-store.server.ts'

export type CertificateWords = { serial: string; title: string; validUntil: Day | null; revocation: { reason: RevocationReason; effect: RevocationEffect; effectiveOn: Day } | null }

export async function describeCertificate(world: Pick<World, 'db'>, certificateId: string, locale: Locale): Promise<CertificateWords | null> {
  const certificate = await findCertificate(world.db, certificateId)
  if (!certificate) return null
  const { serial, courseTitle, validUntil, revocation } = certificate
  return { serial, title: localize(courseTitle, chooseLocale(Object.keys(courseTitle), locale)), validUntil, revocation }
}
