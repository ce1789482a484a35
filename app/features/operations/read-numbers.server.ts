// The numbers by which an operator sees whether promises are kept: how many wait, and since when the oldest.
import { givenUpBefore } from '#app/features/accounts/list-unsent-mails.server.ts'
import type { QueueDepth, QueueView } from '#app/platform/queue-view.server.ts'
import { kindOf, within } from '#app/platform/trouble.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { countIssued, countPending, countRevoked, countStaleLists, countUnrelayed, countUnsent, countUnsentBefore, countUnsynced, type Backlog } from './numbers-store.server.ts'

export type Lag = { waiting: number; lagMs: number }

export type DatabaseNumbers = {
  outbox: Lag
  certificates: Lag & { issued: number; revoked: number }
  indicator: Lag
  mails: Lag & { givenUp: number }
  staleStatusLists: number
}

/** Null is what did not answer. */
export type Numbers = { database: DatabaseNumbers | null; queues: QueueDepth[] | null }

const ANSWER_WITHIN_MS = 5_000

export async function readNumbers(world: Pick<World, 'db' | 'clock' | 'log'>, queue: Pick<QueueView, 'depths'>): Promise<Numbers> {
  const [database, queues] = await Promise.all([
    within(ANSWER_WITHIN_MS, readDatabase(world)).catch((error: unknown) => {
      world.log.warn({ kind: kindOf(error) }, 'numbers cannot be read')
      return null
    }),
    queue.depths(ANSWER_WITHIN_MS),
  ])
  return { database, queues }
}

async function readDatabase({ db, clock }: Pick<World, 'db' | 'clock'>): Promise<DatabaseNumbers> {
  const now = await clock()
  const [unrelayed, pending, issued, revoked, unsynced, unsent, givenUp, staleStatusLists] = await Promise.all([
    countUnrelayed(db),
    countPending(db),
    countIssued(db),
    countRevoked(db),
    countUnsynced(db),
    countUnsent(db, givenUpBefore(now)),
    countUnsentBefore(db, givenUpBefore(now)),
    countStaleLists(db),
  ])
  const lagOf = ({ waiting, oldestAt }: Backlog): Lag => ({ waiting, lagMs: oldestAt ? Math.max(0, now.getTime() - oldestAt.getTime()) : 0 })
  return { outbox: lagOf(unrelayed), certificates: { ...lagOf(pending), issued, revoked }, indicator: lagOf(unsynced), mails: { ...lagOf(unsent), givenUp }, staleStatusLists }
}
