// Who asks the API: whose token the request bears, else who is signed in, else nobody.
import { can, type Actor, type Role } from '#app/core/access/can.ts'
import { dayOf } from '#app/core/kernel/calendar.ts'
import { hashApiToken } from '../api-token.server.ts'
import { problem } from './problem.server.ts'
import { findActor } from './session.server.ts'
import { world } from './world.server.ts'

type TokenRow = { id: string; account_id: string; person_id: string; role: Role }

/** @throws Response 401 for a token that is none, has ended, was revoked, or whose owner may no longer see exact figures */
export async function findApiReader(request: Request): Promise<Actor | null> {
  const authorization = request.headers.get('authorization')
  if (authorization === null) return findActor(request)
  const reader = await findBearer(authorization)
  if (can(reader, 'indicator.exact', null)) return reader
  throw problem(401, 'This token is not known, has ended, was revoked, or its owner may no longer see exact figures.', [], { 'www-authenticate': 'Bearer realm="catedra", error="invalid_token"', vary: 'Authorization' })
}

async function findBearer(authorization: string): Promise<Actor | null> {
  const hash = hashApiToken(/^bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '')
  if (hash === null) return null
  const today = dayOf(await world().clock())
  const { rows } = await world().pool.query<TokenRow>({
    name: 'api-token',
    text: `select t.id, t.account_id, a.person_id, a.role from api_token t join account a on a.id = t.account_id
           where t.token_hash = $1 and t.revoked_at is null and t.expires_on >= $2`,
    values: [hash, today],
  })
  const row = rows[0]
  if (!row) return null
  await world().pool.query('update api_token set last_used_on = $2 where id = $1 and last_used_on is distinct from $2', [row.id, today])
  return { accountId: row.account_id, personId: row.person_id, role: row.role }
}
