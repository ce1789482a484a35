// Ed25519 keys as DID documents write them. Apart from what signs: the web process needs no more than this.
import { fromJwk } from '@digitalbazaar/ed25519-multikey'
import type { PublicJwk } from './keys.server.ts'

/** Multibase base58btc of the multicodec key: z6Mk… (https://www.w3.org/TR/controller-document/#Multikey). */
export async function publicKeyMultibase(jwk: PublicJwk): Promise<string> {
  return (await fromJwk({ jwk })).publicKeyMultibase
}
