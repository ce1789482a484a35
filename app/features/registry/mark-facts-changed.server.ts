// The promise that the indicator will follow: whatever changes what it depends on calls this in the same transaction.
import type { Transaction } from '#app/platform/db.server.ts'
import { recordEvent } from '#app/platform/events.server.ts'
import { bumpFacts } from './person-store.server.ts'

/** Locks the person until the transaction ends. @throws when there is no such person */
export async function markFactsChanged(tx: Transaction, personId: string, at: Date): Promise<void> {
  if (!(await bumpFacts(tx, personId, at))) throw new Error(`There is no person ${personId}`)
  await recordEvent(tx, 'person.facts-changed', personId)
}
