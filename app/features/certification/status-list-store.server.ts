// Status lists, the places taken in them, and the revocations that set their bits.
import type { Queryable, Transaction } from '#app/platform/db.server.ts'

export type StatusList = { id: number; revision: number; signedRevision: number; jwt: string | null }

export async function findStatusList(db: Queryable, id: number): Promise<StatusList | null> {
  return db.statusList.findUnique({ where: { id }, select: { id: true, revision: true, signedRevision: true, jwt: true } })
}

/** The list in which new certificates take their places; null before the first. */
export async function findLatestListId(tx: Transaction): Promise<number | null> {
  return (await tx.statusList.findFirst({ orderBy: { id: 'desc' }, select: { id: true } }))?.id ?? null
}

/** False when somebody else has opened it. */
export async function insertStatusList(tx: Transaction, id: number): Promise<boolean> {
  const { count } = await tx.statusList.createMany({ data: [{ id }], skipDuplicates: true })
  return count > 0
}

export async function countPlaces(tx: Transaction, id: number): Promise<number> {
  return tx.certificate.count({ where: { statusListId: id } })
}

/** Those of the places that are taken. */
export async function listTaken(tx: Transaction, id: number, places: number[]): Promise<number[]> {
  const rows = await tx.certificate.findMany({ where: { statusListId: id, statusIndex: { in: places } }, select: { statusIndex: true } })
  return rows.map(({ statusIndex }) => statusIndex)
}

export async function listRevokedPlaces(db: Queryable, id: number): Promise<number[]> {
  const rows = await db.certificate.findMany({ where: { statusListId: id, revocation: { isNot: null } }, select: { statusIndex: true } })
  return rows.map(({ statusIndex }) => statusIndex)
}

export async function bumpRevision(tx: Transaction, id: number): Promise<void> {
  await tx.statusList.update({ where: { id }, data: { revision: { increment: 1 } } })
}

/** Keeps what was signed, unless a list with more revocations was signed meanwhile. */
export async function saveSigned(db: Queryable, id: number, { jwt, revision, at }: { jwt: string; revision: number; at: Date }): Promise<void> {
  await db.statusList.updateMany({ where: { id, signedRevision: { lt: revision } }, data: { jwt, signedRevision: revision, signedAt: at } })
}

export async function listStaleIds(db: Queryable): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`select id from status_list where signed_revision < revision order by id limit 100`
  return rows.map(({ id }) => id)
}
