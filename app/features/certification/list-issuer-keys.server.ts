// The issuer's public keys as outsiders ask for them: as a DID document, as a JWK set, one by one.
import { issuerDid } from '#app/core/certification/credential.ts'
import { publicKeyMultibase } from '#app/platform/credential-multikey.server.ts'
import type { PublicJwk } from '#app/platform/keys.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { findKey, listKeys } from './issuer-key-store.server.ts'

export async function listIssuerKeys({ db }: Pick<World, 'db'>): Promise<PublicJwk[]> {
  return listKeys(db)
}

export async function findIssuerKey({ db }: Pick<World, 'db'>, kid: string): Promise<PublicJwk | null> {
  return findKey(db, kid)
}

/** Ed25519 keys as Multikey, RSA keys as JsonWebKey; each may assert (https://www.w3.org/TR/did-core/, did:web). */
export async function describeIssuer({ db, publicUrl }: Pick<World, 'db' | 'publicUrl'>) {
  const did = issuerDid(publicUrl)
  const keys = await listKeys(db)
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: await Promise.all(
      keys.map(async (jwk) => {
        const method = { id: `${did}#${jwk.kid}`, controller: did }
        return jwk.kty === 'OKP' ? { ...method, type: 'Multikey', publicKeyMultibase: await publicKeyMultibase(jwk) } : { ...method, type: 'JsonWebKey', publicKeyJwk: jwk }
      }),
    ),
    assertionMethod: keys.map(({ kid }) => `${did}#${kid}`),
  }
}
