import type { World } from '#app/platform/world.server.ts'
import { readSchool, type School } from './school-store.server.ts'

export async function findSchool(world: Pick<World, 'db'>, code: string): Promise<School | null> {
  return readSchool(world.db, code)
}
