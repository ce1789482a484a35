// Mails that were asked for: one for one reason.
import type { Queryable, Transaction } from '#app/platform/db.server.ts'

/** Null when this mail was asked for before. */
export async function insertMail(tx: Transaction, mail: { kind: string; subjectId: string; accountId: string }): Promise<string | null> {
  const [made] = await tx.mail.createManyAndReturn({ data: [mail], skipDuplicates: true, select: { id: true } })
  return made?.id ?? null
}

export type UnsentMail = { id: string; kind: string; subjectId: string; accountId: string }

/** The mail, held until the transaction ends; null when it was sent, is being sent by somebody else, or does not exist. */
export async function lockUnsentMail(tx: Transaction, mailId: string): Promise<UnsentMail | null> {
  const rows = await tx.$queryRaw<UnsentMail[]>`
    select id, kind, subject_id as "subjectId", account_id as "accountId"
    from mail where id = ${mailId}::uuid and sent_at is null for update skip locked`
  return rows[0] ?? null
}

export async function setSent(tx: Transaction, mailId: string, sentAt: Date): Promise<void> {
  await tx.mail.update({ where: { id: mailId }, data: { sentAt } })
}

export async function listUnsentBefore(db: Queryable, instant: Date, limit: number): Promise<string[]> {
  const rows = await db.mail.findMany({ where: { sentAt: null, createdAt: { lt: instant } }, orderBy: { createdAt: 'asc' }, take: limit, select: { id: true } })
  return rows.map((row) => row.id)
}
