// Ends one's own token at once. Revoked again, or of somebody else, it is not there.
import type { Actor } from '#app/core/access/can.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { markApiTokenRevoked } from './api-token-store.server.ts'

export async function revokeApiToken(world: Pick<World, 'db' | 'clock'>, actor: Actor, id: string): Promise<Outcome<null, 'unknown'>> {
  const at = await world.clock()
  return inTransaction(world.db, async (tx) => ((await markApiTokenRevoked(tx, { id, accountId: actor.accountId, at })) ? done(null) : refused('unknown')))
}
