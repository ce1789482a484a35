// People as the registry knows them: locked while something about them is recorded, merged when they were one.
import type { Queryable, Transaction } from '#app/platform/db.server.ts'

/** Locks them in the order of ids; fewer come back when some do not exist. Foreign keys to a person do not wait for it. */
export async function lockPersons(tx: Transaction, ids: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`select id from person where id = any(${ids}::uuid[]) order by id for no key update`
  return rows.map(({ id }) => id)
}

/** False when there is no such person. The instant stays that of the first change that the ledger does not follow yet. */
export async function bumpFacts(tx: Transaction, personId: string, at: Date): Promise<boolean> {
  const count = await tx.$executeRaw`
    update person set facts_version = facts_version + 1, facts_changed_at = case when synced_version = facts_version then ${at}::timestamptz else facts_changed_at end
    where id = ${personId}::uuid`
  return count > 0
}

/** Those of them who were merged into somebody. */
export async function listMergedAway(db: Queryable, personIds: string[]): Promise<string[]> {
  const merges = await db.personMerge.findMany({ where: { fromPersonId: { in: personIds } }, select: { fromPersonId: true } })
  return merges.map(({ fromPersonId }) => fromPersonId)
}

/** What the audit calls it. */
const MERGE = 'accounts.merge'

export type Merge = { from: string; into: string; at: Date; accountId: string; reason: string }

export async function saveMerge(tx: Transaction, { from, into, at, accountId, reason }: Merge): Promise<void> {
  await tx.personMerge.create({ data: { fromPersonId: from, intoPersonId: into, recordedAt: at } })
  await tx.auditEntry.create({ data: { at, accountId, action: MERGE, subject: from, reason } })
}

const nameAndAddress = { name: true, account: { select: { emailTyped: true } } } as const

export type MergedSide = { name: string; email: string | null }
export type RecordedMerge = { id: string; from: MergedSide; into: MergedSide; recordedAt: Date; reason: string | null }

/** Newest first, each with the reason that was given. */
export async function listLatestMerges(db: Queryable, limit: number): Promise<RecordedMerge[]> {
  const merges = await db.personMerge.findMany({ orderBy: { recordedAt: 'desc' }, take: limit, select: { id: true, fromPersonId: true, recordedAt: true, from: { select: nameAndAddress }, into: { select: nameAndAddress } } })
  const entries = await db.auditEntry.findMany({ where: { action: MERGE, subject: { in: merges.map(({ fromPersonId }) => fromPersonId) } }, select: { subject: true, reason: true } })
  const reasons = new Map(entries.map(({ subject, reason }) => [subject, reason]))
  const side = ({ name, account }: { name: string; account: { emailTyped: string } | null }) => ({ name, email: account?.emailTyped ?? null })
  return merges.map(({ id, fromPersonId, recordedAt, from, into }) => ({ id, recordedAt, from: side(from), into: side(into), reason: reasons.get(fromPersonId) ?? null }))
}
