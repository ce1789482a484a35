// The tokens that somebody made: what each is for, when it was last used, when it ends. Not what it is.
import type { Actor } from '#app/core/access/can.ts'
import { dayOf } from '#app/core/kernel/calendar.ts'
import type { World } from '#app/platform/world.server.ts'
import { listApiTokensOf, type ApiTokenRow } from './api-token-store.server.ts'

const MOST = 200

export type ApiTokenView = Pick<ApiTokenRow, 'id' | 'name' | 'createdAt' | 'expiresOn' | 'lastUsedOn'> & { state: 'good' | 'ended' | 'revoked' }

export async function listApiTokens(world: Pick<World, 'db' | 'clock'>, actor: Actor): Promise<ApiTokenView[]> {
  const today = dayOf(await world.clock())
  const rows = await listApiTokensOf(world.db, actor.accountId, MOST)
  return rows.map(({ revokedAt, ...token }) => ({ ...token, state: revokedAt ? 'revoked' : token.expiresOn < today ? 'ended' : 'good' }))
}
