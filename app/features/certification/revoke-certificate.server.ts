// Revokes a certificate: in one transaction the record of it, the status list's next revision, the facts behind the indicator,
// the audit entry and the mail to its holder. The certificate, its documents and its keys stay.
import { can, type Actor } from '#app/core/access/can.ts'
import { decideRevocation, type RevocationEffect, type RevocationReason, type RevocationRefusal } from '#app/core/certification/revocation.ts'
import { parseSerial } from '#app/core/certification/serial.ts'
import { dayOf, type Day } from '#app/core/kernel/calendar.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { requestMail } from '#app/features/accounts/request-mail.server.ts'
import { markFactsChanged } from '#app/features/registry/mark-facts-changed.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { recordEvent } from '#app/platform/events.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { findAccountId, lockCertificate } from './certificate-store.server.ts'
import { insertRevocation } from './revocation-store.server.ts'
import { bumpRevision } from './status-list-store.server.ts'

export type RevocationRequest = { serial: string; reason: RevocationReason; effect: RevocationEffect; effectiveOn?: Day | null; note: string }

export async function revokeCertificate(world: Pick<World, 'db' | 'clock'>, actor: Actor, request: RevocationRequest): Promise<Outcome<null, RevocationRefusal | 'forbidden' | 'unknown'>> {
  if (!can(actor, 'certificate.revoke', null)) return refused('forbidden')
  const serial = parseSerial(request.serial)
  if (!serial) return refused('unknown')
  const { reason, effect, note } = request
  const at = await world.clock()
  return inTransaction(world.db, async (tx) => {
    const certificate = await lockCertificate(tx, serial)
    if (!certificate) return refused('unknown')
    const { id, personId, statusListId, isIssued, effectiveOn } = certificate
    const decided = decideRevocation({ isIssued, isRevoked: certificate.revocation !== null, effectiveOn }, { effect, effectiveOn: request.effectiveOn ?? null }, dayOf(at))
    if (!decided.ok) return decided
    await insertRevocation(tx, { certificateId: id, reason, effect, effectiveOn: decided.value, note, accountId: actor.accountId, at })
    await bumpRevision(tx, statusListId)
    await recordEvent(tx, 'status-list.changed', String(statusListId))
    await markFactsChanged(tx, personId, at)
    const accountId = await findAccountId(tx, personId)
    if (accountId) await requestMail(tx, { kind: 'certificate-revoked', subjectId: id, accountId })
    return done(null)
  })
}
