// Tokens for the API. The secret itself is in no row; a revoked token stays, so that one can see that it was.
import { dateFromDay, dayFromDate, type Day } from '#app/core/kernel/calendar.ts'
import type { Queryable, Transaction } from '#app/platform/db.server.ts'

export type NewApiToken = { accountId: string; name: string; tokenHash: string; expiresOn: Day; at: Date }

/** Fails as taken when the account has a token of that name that was not revoked. */
export async function insertApiToken(tx: Transaction, { expiresOn, at, ...token }: NewApiToken): Promise<void> {
  const { id } = await tx.apiToken.create({ data: { ...token, expiresOn: dateFromDay(expiresOn), createdAt: at }, select: { id: true } })
  await tx.auditEntry.create({ data: { at, accountId: token.accountId, action: 'api-token.make', subject: id } })
}

export type ApiTokenRow = { id: string; name: string; createdAt: Date; expiresOn: Day; lastUsedOn: Day | null; revokedAt: Date | null }

/** Newest first. */
export async function listApiTokensOf(db: Queryable, accountId: string, limit: number): Promise<ApiTokenRow[]> {
  const rows = await db.apiToken.findMany({
    where: { accountId },
    orderBy: { createdAt: 'desc' },
    take: limit,
    select: { id: true, name: true, createdAt: true, expiresOn: true, lastUsedOn: true, revokedAt: true },
  })
  return rows.map((row) => ({ ...row, expiresOn: dayFromDate(row.expiresOn), lastUsedOn: row.lastUsedOn && dayFromDate(row.lastUsedOn) }))
}

/** False when the account has no such token that could be revoked. */
export async function markApiTokenRevoked(tx: Transaction, { id, accountId, at }: { id: string; accountId: string; at: Date }): Promise<boolean> {
  const { count } = await tx.apiToken.updateMany({ where: { id, accountId, revokedAt: null }, data: { revokedAt: at } })
  if (count > 0) await tx.auditEntry.create({ data: { at, accountId, action: 'api-token.revoke', subject: id } })
  return count > 0
}
