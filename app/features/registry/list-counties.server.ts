import type { World } from '#app/platform/world.server.ts'
import { readCounties, type County } from './school-store.server.ts'

/** The 41 counties and București, in the order of the Romanian alphabet. */
export async function listCounties(world: Pick<World, 'db'>): Promise<County[]> {
  return readCounties(world.db)
}
