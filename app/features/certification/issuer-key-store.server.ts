// The public halves of the issuer's keys. Rows are added, never changed and never removed.
import type { Queryable } from '#app/platform/db.server.ts'
import type { PublicJwk } from '#app/platform/keys.server.ts'

export async function insertKeys(db: Queryable, jwks: PublicJwk[], at: Date): Promise<void> {
  await db.issuerKey.createMany({ data: jwks.map((jwk) => ({ kid: jwk.kid, jwk, recordedAt: at })), skipDuplicates: true })
}

export async function findKey(db: Queryable, kid: string): Promise<PublicJwk | null> {
  const row = await db.issuerKey.findUnique({ where: { kid }, select: { jwk: true } })
  return row && (row.jwk as PublicJwk)
}

/** All there ever were, the newest first. */
export async function listKeys(db: Queryable): Promise<PublicJwk[]> {
  const rows = await db.issuerKey.findMany({ orderBy: [{ recordedAt: 'desc' }, { kid: 'asc' }], select: { jwk: true } })
  return rows.map(({ jwk }) => jwk as PublicJwk)
}
