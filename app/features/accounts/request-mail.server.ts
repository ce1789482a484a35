// Asks for a mail in the transaction of its cause; asked again for the same cause, nothing happens. Ids alone: texts and addresses come when it is sent.
import { recordEvent } from '#app/platform/events.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { insertMail } from './mail-store.server.ts'

/** Each with what its subject's id is of. */
export const mailKinds = [
  /** certificate */
  'certificate-issued',
  /** certificate */
  'certificate-revoked',
  /** password reset */
  'password-reset',
] as const
export type MailKind = (typeof mailKinds)[number]

export type MailRequest = { kind: MailKind; subjectId: string; accountId: string }

export async function requestMail(tx: Transaction, request: MailRequest): Promise<void> {
  const mailId = await insertMail(tx, request)
  if (mailId !== null) await recordEvent(tx, 'mail.requested', mailId)
}
