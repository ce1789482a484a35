// Revocations and what is kept of who made them. Rows are added, never changed.
import type { Day } from '#app/core/kernel/calendar.ts'
import { dateFromDay } from '#app/core/kernel/calendar.ts'
import type { RevocationEffect, RevocationReason } from '#app/core/certification/revocation.ts'
import type { Transaction } from '#app/platform/db.server.ts'

export type NewRevocation = { certificateId: string; reason: RevocationReason; effect: RevocationEffect; effectiveOn: Day; note: string; accountId: string; at: Date }

export async function insertRevocation(tx: Transaction, { at, effectiveOn, ...revocation }: NewRevocation): Promise<void> {
  await tx.revocation.create({ data: { ...revocation, effectiveOn: dateFromDay(effectiveOn), recordedAt: at } })
  await tx.auditEntry.create({ data: { at, accountId: revocation.accountId, action: 'certificate.revoke', subject: revocation.certificateId, reason: revocation.reason } })
}
