import type { World } from '#app/platform/world.server.ts'
import { listUnsentBetween } from './mail-store.server.ts'

/** An address that refuses mail for so long will not take it: mail servers themselves give up then (RFC 5321, 4.5.4.1). */
const GIVEN_UP_AFTER_MS = 4 * 24 * 3600 * 1000

/** A mail asked for before that and never taken is tried no more. */
export function givenUpBefore(now: Date): Date {
  return new Date(now.getTime() - GIVEN_UP_AFTER_MS)
}

/** Ids of mails that should long have been sent, oldest first: the sweep asks for them again. */
export async function listUnsentMails(world: Pick<World, 'db' | 'clock'>, olderThanSeconds: number, limit: number): Promise<string[]> {
  const now = await world.clock()
  return listUnsentBetween(world.db, givenUpBefore(now), new Date(now.getTime() - olderThanSeconds * 1000), limit)
}
