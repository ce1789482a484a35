// What the worker's sweep asks: which certificates and status lists still wait, whatever became of their jobs.
import type { World } from '#app/platform/world.server.ts'
import { listPendingIds } from './certificate-store.server.ts'
import { listStaleIds } from './status-list-store.server.ts'

/** Ids of certificates that were recorded more than so many seconds ago and are not issued. */
export async function listPendingCertificates(world: Pick<World, 'db' | 'clock'>, olderThanSeconds: number, limit: number): Promise<string[]> {
  const now = await world.clock()
  return listPendingIds(world.db, new Date(now.getTime() - olderThanSeconds * 1000), limit)
}

/** Ids of status lists that lack a revocation. */
export async function listStaleStatusLists({ db }: Pick<World, 'db'>): Promise<number[]> {
  return listStaleIds(db)
}
