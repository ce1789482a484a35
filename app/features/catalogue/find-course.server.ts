// A course as it is taught now, by its address.
import type { VersionOutline } from '#app/core/catalogue/outline.ts'
import type { World } from '#app/platform/world.server.ts'
import { getVersion } from './get-version.server.ts'
import { findCurrentVersionId } from './version-store.server.ts'

export async function findCourse(world: Pick<World, 'db'>, slug: string): Promise<VersionOutline | null> {
  const versionId = await findCurrentVersionId(world.db, slug)
  return versionId === null ? null : await getVersion(world, versionId)
}
