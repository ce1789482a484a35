// The people whose facts the ledger does not follow yet: what the sweep promises again, and the age of the first is the lag.
import type { World } from '#app/platform/world.server.ts'
import { listLagging } from './facts-store.server.ts'

/** At most `limit` of them, who have waited longest first; `since` is when the ledger fell behind. */
export async function listUnsynced(world: Pick<World, 'db'>, limit: number): Promise<{ personId: string; since: Date }[]> {
  return listLagging(world.db, limit)
}
