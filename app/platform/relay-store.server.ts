// The outbox as the relay reads it.
import type { Database, Transaction } from './db.server.ts'

export type WaitingEvent = { id: bigint; type: string; subjectId: string }

/** The oldest that wait and that no other relay holds; held until the transaction ends. */
export function holdWaitingEvents(tx: Transaction, limit: number): Promise<WaitingEvent[]> {
  return tx.$queryRaw<WaitingEvent[]>`
    select id, type, subject_id as "subjectId" from event where relayed_at is null order by id limit ${limit} for update skip locked`
}

export async function markRelayed(tx: Transaction, ids: readonly bigint[]): Promise<void> {
  await tx.$executeRaw`update event set relayed_at = now() where id = any(${ids}::bigint[])`
}

/** How many were deleted. */
export function deleteRelayedBefore(db: Database, before: Date): Promise<number> {
  return db.$executeRaw`delete from event where relayed_at < ${before}`
}
