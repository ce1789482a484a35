// Requests to set a new password. A row without a token's hash has not been mailed yet.
import type { Queryable, Transaction } from '#app/platform/db.server.ts'

export async function insertReset(tx: Transaction, accountId: string, expiresAt: Date): Promise<string> {
  const { id } = await tx.passwordReset.create({ data: { accountId, expiresAt }, select: { id: true } })
  return id
}

/** False when there is no such request that could still be used. */
export async function setResetToken(db: Queryable, resetId: string, tokenHash: string, expiresAt: Date): Promise<boolean> {
  const { count } = await db.passwordReset.updateMany({ where: { id: resetId, usedAt: null }, data: { tokenHash, expiresAt } })
  return count > 0
}

export type OpenReset = { id: string; accountId: string; email: string; name: string }

/** The request that a token belongs to, unless it was used or its time is over. */
export async function findOpenReset(db: Queryable, tokenHash: string, now: Date): Promise<OpenReset | null> {
  const row = await db.passwordReset.findFirst({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    select: { id: true, accountId: true, account: { select: { emailTyped: true, person: { select: { name: true } } } } },
  })
  return row && { id: row.id, accountId: row.accountId, email: row.account.emailTyped, name: row.account.person.name }
}

/** Marks the request as used; false when it no longer can be. Every other request of the account ends with it. */
export async function useReset(tx: Transaction, { id, accountId }: OpenReset, now: Date): Promise<boolean> {
  const { count } = await tx.passwordReset.updateMany({ where: { id, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } })
  if (count === 0) return false
  await tx.passwordReset.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } })
  return true
}

export async function deleteResetsEndedBefore(db: Queryable, instant: Date): Promise<number> {
  const { count } = await db.passwordReset.deleteMany({ where: { expiresAt: { lt: instant } } })
  return count
}
