// Publishes the public halves of the issuer's keys when a worker starts. What was published stays: old certificates need old keys.
import type { PublicJwk, SigningKeys } from '#app/platform/keys.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { findKey, insertKeys } from './issuer-key-store.server.ts'

/** @throws when a kid was published for another key: whoever remembers the old one would call good certificates forged */
export async function registerIssuerKeys(world: Pick<World, 'db' | 'clock'>, { publicJwks }: Pick<SigningKeys, 'publicJwks'>): Promise<void> {
  await insertKeys(world.db, publicJwks, await world.clock())
  for (const jwk of publicJwks) {
    const published = await findKey(world.db, jwk.kid)
    if (!published || !isSameKey(published, jwk)) throw new Error(`SIGNING_KEYS: the kid ${jwk.kid} was published for another key; give the new key a new kid`)
  }
}

function isSameKey(a: PublicJwk, b: PublicJwk): boolean {
  return a.kty === b.kty && a.n === b.n && a.e === b.e && a.x === b.x
}
