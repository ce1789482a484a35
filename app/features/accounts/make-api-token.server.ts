// Makes a token for the API. It is given back once and kept nowhere.
import { decideTokenEnd, type TokenEndRefusal } from '#app/core/access/api-token.ts'
import { can, type Actor } from '#app/core/access/can.ts'
import { dayOf, type Day } from '#app/core/kernel/calendar.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { createApiToken, hashApiToken } from '#app/platform/api-token.server.ts'
import { inTransaction, isTaken } from '#app/platform/db.server.ts'
import { throttle } from '#app/platform/throttle.server.ts'
import type { OpenWorld } from '#app/platform/world.server.ts'
import { insertApiToken } from './api-token-store.server.ts'
import { apiTokensByAccount, type Throttled } from './tries.ts'

export type MakeApiTokenRefusal = 'forbidden' | 'name-taken' | TokenEndRefusal

export async function makeApiToken(world: Pick<OpenWorld, 'db' | 'pool' | 'clock'>, actor: Actor, { name, expiresOn }: { name: string; expiresOn: Day }): Promise<Outcome<string, MakeApiTokenRefusal> | Throttled> {
  if (!can(actor, 'indicator.exact', null)) return refused('forbidden')
  const at = await world.clock()
  const end = decideTokenEnd(expiresOn, dayOf(at))
  if (!end.ok) return end
  const seconds = await throttle(world.pool, apiTokensByAccount).spend(actor.accountId)
  if (seconds !== null) return { ok: false, refusal: 'throttled', seconds }
  const token = createApiToken()
  try {
    await inTransaction(world.db, (tx) => insertApiToken(tx, { accountId: actor.accountId, name, tokenHash: hashApiToken(token)!, expiresOn, at }))
    return done(token)
  } catch (error) {
    if (isTaken(error)) return refused('name-taken')
    throw error
  }
}
