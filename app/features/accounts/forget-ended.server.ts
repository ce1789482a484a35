// Deletes what nobody can use any more: ended sessions and reset links. A day later, so that no clock matters.
import type { World } from '#app/platform/world.server.ts'
import { deleteSessionsEndedBefore } from './account-store.server.ts'
import { deleteResetsEndedBefore } from './password-reset-store.server.ts'

const KEPT_MS = 24 * 3600 * 1000

export async function forgetEnded(world: Pick<World, 'db' | 'clock'>): Promise<{ sessions: number; resets: number }> {
  const before = new Date((await world.clock()).getTime() - KEPT_MS)
  return { sessions: await deleteSessionsEndedBefore(world.db, before), resets: await deleteResetsEndedBefore(world.db, before) }
}
