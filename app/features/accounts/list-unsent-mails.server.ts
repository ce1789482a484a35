import type { World } from '#app/platform/world.server.ts'
import { listUnsentBefore } from './mail-store.server.ts'

/** Ids of mails that should long have been sent, oldest first: the sweep asks for them again. */
export async function listUnsentMails(world: Pick<World, 'db' | 'clock'>, olderThanSeconds: number, limit: number): Promise<string[]> {
  const now = await world.clock()
  return listUnsentBefore(world.db, new Date(now.getTime() - olderThanSeconds * 1000), limit)
}
