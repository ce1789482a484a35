// Brings the ledger in line with a person's facts: in one transaction, under the locks under which facts are recorded, and once.
// May be repeated, late, at the same time or cut off anywhere: it appends what is missing, and nothing when nothing is.
import { deriveCountedMonths } from '#app/core/strategy/derive-counted-months.ts'
import { differenceToLedger } from '#app/core/strategy/ledger-difference.ts'
import { nameCause } from '#app/core/strategy/name-cause.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { loadFacts, lockMergeGroup, markSynced } from './facts-store.server.ts'
import { appendEntries, loadHeld } from './ledger-store.server.ts'

/** The number of entries appended. */
export async function syncPerson(world: Pick<World, 'db' | 'clock'>, personId: string): Promise<number> {
  const at = await world.clock()
  return inTransaction(world.db, async (tx) => {
    const group = await lockMergeGroup(tx, personId)
    if (group.every(({ factsVersion, syncedVersion }) => factsVersion === syncedVersion)) return 0
    const ids = group.map(({ id }) => id)
    const facts = await loadFacts(tx, ids)
    const held = await loadHeld(tx, ids)
    const entries = differenceToLedger(deriveCountedMonths(facts), held.transitions)
    // One person's entries may follow from the facts of another in the group: the versions of all, added up, grow with each change.
    const version = group.reduce((sum, { factsVersion }) => sum + factsVersion, 0)
    await appendEntries(tx, entries, { version, cause: nameCause(facts, held.lastEntryAt), at })
    await markSynced(tx, group)
    return entries.length
  })
}
