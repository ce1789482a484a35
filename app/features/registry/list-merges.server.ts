// The merges that were recorded, for administrators, and whether somebody was merged into another.
import { can, type Actor } from '#app/core/access/can.ts'
import type { World } from '#app/platform/world.server.ts'
import { listLatestMerges, listMergedAway, type RecordedMerge } from './person-store.server.ts'

const LATEST = 50

/** Newest first. Nothing for anybody but administrators. */
export async function listMerges(world: Pick<World, 'db'>, actor: Actor): Promise<RecordedMerge[]> {
  return can(actor, 'accounts.merge', null) ? listLatestMerges(world.db, LATEST) : []
}

export async function wasMergedAway(world: Pick<World, 'db'>, personId: string): Promise<boolean> {
  return (await listMergedAway(world.db, [personId])).length > 0
}
