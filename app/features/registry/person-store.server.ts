// People as the registry knows them: locked while something about them is recorded, merged when they were one.
import type { Transaction } from '#app/platform/db.server.ts'

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
export async function listMergedAway(tx: Transaction, personIds: string[]): Promise<string[]> {
  const merges = await tx.personMerge.findMany({ where: { fromPersonId: { in: personIds } }, select: { fromPersonId: true } })
  return merges.map(({ fromPersonId }) => fromPersonId)
}

export type Merge = { from: string; into: string; at: Date; accountId: string; reason: string }

export async function saveMerge(tx: Transaction, { from, into, at, accountId, reason }: Merge): Promise<void> {
  await tx.personMerge.create({ data: { fromPersonId: from, intoPersonId: into, recordedAt: at } })
  await tx.auditEntry.create({ data: { at, accountId, action: 'accounts.merge', subject: from, reason } })
}
