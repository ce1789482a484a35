// Mails that were asked for: one for one reason.
import type { Queryable, Transaction } from '#app/platform/db.server.ts'

/** Null when this mail was asked for before. */
export async function insertMail(tx: Transaction, mail: { kind: string; subjectId: string; accountId: string }): Promise<string | null> {
  const [made] = await tx.mail.createManyAndReturn({ data: [mail], skipDuplicates: true, select: { id: true } })
  return made?.id ?? null
}

export type UnsentMail = { id: string; kind: string; subjectId: string; accountId: string }

/** Null when it was sent or does not exist. */
export async function findUnsentMail(db: Queryable, mailId: string): Promise<UnsentMail | null> {
  return db.mail.findFirst({ where: { id: mailId, sentAt: null }, select: { id: true, kind: true, subjectId: true, accountId: true } })
}

export async function setSent(db: Queryable, mailId: string, sentAt: Date): Promise<void> {
  await db.mail.updateMany({ where: { id: mailId, sentAt: null }, data: { sentAt } })
}

/** For a mail that has nothing to tell any more. */
export async function deleteMail(db: Queryable, mailId: string): Promise<void> {
  await db.mail.deleteMany({ where: { id: mailId } })
}

export async function listUnsentBetween(db: Queryable, from: Date, to: Date, limit: number): Promise<string[]> {
  const rows = await db.mail.findMany({ where: { sentAt: null, createdAt: { gte: from, lt: to } }, orderBy: { createdAt: 'asc' }, take: limit, select: { id: true } })
  return rows.map((row) => row.id)
}
