// The outbox: what happened, written in the transaction in which it happened. The relay in the worker makes jobs of it.
import type { EventType } from '#app/core/kernel/events.ts'
import type { Transaction } from './db.server.ts'

/** Wakes the relay when the transaction commits. */
export const EVENTS_CHANNEL = 'catedra_events'

export async function recordEvent(tx: Transaction, type: EventType, subjectId: string): Promise<void> {
  await tx.event.create({ data: { type, subjectId } })
  await tx.$executeRaw`select pg_notify(${EVENTS_CHANNEL}, '')`
}
