// Says that two accounts were one person. Nothing is moved: both accounts go on and keep their certificates; from the months
// that are open now, what either holds is counted as one person's.
import { can, type Actor } from '#app/core/access/can.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { markFactsChanged } from './mark-facts-changed.server.ts'
import { listMergedAway, lockPersons, saveMerge } from './person-store.server.ts'

export type MergeRefusal =
  | 'forbidden'
  | 'same-person'
  | 'unknown-person'
  /** one of the two was merged into somebody before: circles cannot arise */
  | 'already-merged'

export async function mergePersons(world: Pick<World, 'db' | 'clock'>, actor: Actor, merge: { from: string; into: string; reason: string }): Promise<Outcome<null, MergeRefusal>> {
  const { from, into, reason } = merge
  if (!can(actor, 'accounts.merge', null)) return refused('forbidden')
  if (from === into) return refused('same-person')
  const at = await world.clock()
  return inTransaction(world.db, async (tx) => {
    const persons = await lockPersons(tx, [from, into])
    if (persons.length < 2) return refused('unknown-person')
    if ((await listMergedAway(tx, persons)).length > 0) return refused('already-merged')
    await saveMerge(tx, { from, into, at, accountId: actor.accountId, reason })
    for (const personId of persons) await markFactsChanged(tx, personId, at)
    return done(null)
  })
}
