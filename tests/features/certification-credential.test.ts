import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import { createLocalJWKSet, decodeProtectedHeader, importJWK, jwtVerify, type JWK, SignJWT } from 'jose'
import jsonld from 'jsonld'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { describeIssuer, findIssuerKey, listIssuerKeys } from '#app/features/certification/list-issuer-keys.server.ts'
import { registerIssuerKeys } from '#app/features/certification/register-issuer-keys.server.ts'
import { loadContext, signJsonLd } from '#app/platform/credential.server.ts'
import { issueTestCertificate, makeKeys, openIssuer, readDocument, type Recorded } from '#tests/factories/certificate.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openIssuer(await openTestWorld())
const did = 'did:web:catedra.test'

type Claims = Record<string, unknown> & {
  id: string
  credentialSubject: { id: string; identifier: { identityType: string; identityHash: string; salt?: string; hashed: boolean }[]; achievement: Record<string, unknown>; result: { value: string }[] }
}

let recorded: Recorded
let jwt = ''
let claims: Claims
let signed: Claims & { proof: Record<string, string>[] }

beforeAll(async () => {
  recorded = await issueTestCertificate(world, { name: 'Ștefăniță Țîrlea-Bănățeanu' })
  jwt = (await readDocument(world, recorded.id, 'jwt')).toString()
  claims = JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()) as Claims
  signed = JSON.parse((await readDocument(world, recorded.id, 'jsonld')).toString()) as typeof signed
})

describe('the credential as JWT', () => {
  test('has a header with alg, typ and kid, and nothing else', () => {
    expect(decodeProtectedHeader(jwt)).toEqual({ alg: 'RS256', typ: 'JWT', kid: `https://catedra.test/keys/${world.keys.rsa.kid}` })
  })

  test('is verified by the one bare JWK at the address of its kid', async () => {
    const jwk = await findIssuerKey(world, decodeProtectedHeader(jwt).kid!.split('/').at(-1)!)
    expect(Object.keys(jwk!).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
    await jwtVerify(jwt, await importJWK(jwk as JWK, 'RS256'), { issuer: did, currentDate: await world.clock(), algorithms: ['RS256'] })
  })

  test('repeats the credential in the registered claims', () => {
    expect(claims).toMatchObject({
      iss: did,
      jti: claims.id,
      sub: claims.credentialSubject.id,
      nbf: Date.parse('2026-11-22T10:00:00Z') / 1000,
      exp: Date.parse('2031-11-22T21:59:59Z') / 1000,
    })
    expect(claims).not.toHaveProperty('vc')
  })

  test('has the shape of an AchievementCredential of Open Badges 3.0', () => {
    const list = 'https://catedra.test/credentials/status/1'
    expect(claims).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
      id: `https://catedra.test/credentials/${recorded.serial}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: 'Pedagogie digitală',
      issuer: { id: did, type: ['Profile'], name: 'Catedra', url: 'https://catedra.test' },
      validFrom: '2026-11-22T10:00:00Z',
      awardedDate: '2026-11-22T10:00:00Z',
      validUntil: '2031-11-22T21:59:59Z',
      credentialSchema: [{ id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json', type: '1EdTechJsonSchemaValidator2019' }],
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListCredential: list },
    })
    const { statusListIndex, id } = claims['credentialStatus'] as { statusListIndex: string; id: string }
    expect(statusListIndex).toMatch(/^\d+$/)
    expect(id).toBe(`${list}#${statusListIndex}`)
    const { achievement, result } = claims.credentialSubject
    expect(achievement).toMatchObject({ type: ['Achievement'], achievementType: 'CertificateOfCompletion', name: 'Pedagogie digitală', resultDescription: [{ resultType: 'Percent', valueMin: '0', valueMax: '100' }] })
    expect(achievement['description']).toContain('2\u00A0h 40\u00A0min')
    expect(achievement['description']).toContain('DigCompEdu 3.1, B1')
    expect(result).toMatchObject([{ type: ['Result'], value: '92' }])
  })

  test('names its holder in clear and the address only hashed, under ids that are nobody’s key', async () => {
    const { emailTyped } = await world.db.account.findUniqueOrThrow({ where: { id: recorded.holder.accountId } })
    const [name, email] = claims.credentialSubject.identifier
    expect(name).toMatchObject({ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: 'Ștefăniță Țîrlea-Bănățeanu' })
    expect(email).toMatchObject({ identityType: 'emailAddress', hashed: true, identityHash: `sha256$${createHash('sha256').update(emailTyped + email!.salt!).digest('hex')}` })
    expect(claims.credentialSubject.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const told = JSON.stringify(claims)
    for (const secret of [emailTyped, recorded.holder.personId, recorded.holder.accountId, recorded.id]) expect(told).not.toContain(secret)
  })

  test('is the same person’s under the same id, another’s under another', async () => {
    const again = await issueTestCertificate(world, { holder: recorded.holder })
    const other = await issueTestCertificate(world)
    const idIn = async ({ id }: Recorded) => (JSON.parse((await readDocument(world, id, 'jsonld')).toString()) as Claims).credentialSubject.id
    expect(await idIn(again)).toBe(claims.credentialSubject.id)
    expect(await idIn(other)).not.toBe(claims.credentialSubject.id)
  })

  test('no longer verifies when anything in it or about it was changed', async () => {
    const [header, payload, signature] = jwt.split('.') as [string, string, string]
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const own = decodeProtectedHeader(jwt)
    const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const jwk = (await findIssuerKey(world, world.keys.rsa.kid)) as unknown as JWK
    const publicKey = Buffer.from(JSON.stringify(jwk))
    const tampered = [
      ...Object.keys(claims).map((field) => `${header}.${encode({ ...claims, [field]: 'x' })}.${signature}`),
      `${encode({ ...own, alg: 'none' })}.${payload}.`,
      `${encode({ ...own, alg: 'none' })}.${payload}.${signature}`,
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: own.kid! }).sign(publicKey),
      await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: own.kid! }).sign(foreign.privateKey),
      await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', jwk: foreign.publicKey.export({ format: 'jwk' }) as JWK }).sign(foreign.privateKey),
      `${header}.${payload}`,
      `${header}.${payload}.${signature.slice(0, -4)}`,
      `${header}.${payload}.${payload}.${signature}`,
      `${payload}.${header}.${signature}`,
    ]
    const keys = createLocalJWKSet({ keys: [{ ...jwk, kid: own.kid! }] })
    for (const token of tampered) await expect(jwtVerify(token, keys, { issuer: did, currentDate: await world.clock(), algorithms: ['RS256'] })).rejects.toThrow()
    await jwtVerify(jwt, keys, { issuer: did, currentDate: await world.clock(), algorithms: ['RS256'] })
  })
})

describe('the credential as JSON-LD', () => {
  async function verify(credential: object): Promise<boolean> {
    const document = await describeIssuer(world)
    const documentLoader = async (url: string) => {
      if (url === did) return { contextUrl: null, documentUrl: url, document }
      const method = document.verificationMethod.find(({ id }) => id === url)
      if (method) return { contextUrl: null, documentUrl: url, document: { '@context': 'https://w3id.org/security/multikey/v1', ...method } }
      return loadKnown(url)
    }
    const { verified } = await verifyCredential({ credential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader, now: await world.clock(), checkStatus: () => Promise.resolve({ verified: true }) })
    return verified
  }

  /** A verifier brings the contexts of DID documents itself. */
  async function loadKnown(url: string) {
    const known: Record<string, object> = {
      'https://www.w3.org/ns/did/v1': { '@context': { '@protected': true, id: '@id', type: '@type', assertionMethod: { '@id': 'https://w3id.org/security#assertionMethod', '@type': '@id', '@container': '@set' }, verificationMethod: { '@id': 'https://w3id.org/security#verificationMethod', '@type': '@id' }, controller: { '@id': 'https://w3id.org/security#controller', '@type': '@id' } } },
      'https://w3id.org/security/multikey/v1': { '@context': { '@protected': true, id: '@id', type: '@type', Multikey: { '@id': 'https://w3id.org/security#Multikey', '@context': { '@protected': true, id: '@id', type: '@type', controller: { '@id': 'https://w3id.org/security#controller', '@type': '@id' }, publicKeyMultibase: { '@id': 'https://w3id.org/security#publicKeyMultibase', '@type': 'https://w3id.org/security#multibase' } } } } },
      'https://w3id.org/security/jwk/v1': { '@context': { '@protected': true, id: '@id', type: '@type', JsonWebKey: { '@id': 'https://w3id.org/security#JsonWebKey', '@context': { '@protected': true, id: '@id', type: '@type', controller: { '@id': 'https://w3id.org/security#controller', '@type': '@id' }, publicKeyJwk: { '@id': 'https://w3id.org/security#publicKeyJwk', '@type': '@json' } } } } },
    }
    return known[url] ? { contextUrl: null, documentUrl: url, document: known[url] } : loadContext(url)
  }

  test('makes the same claims as the JWT', () => {
    const { proof: _, ...unsigned } = signed
    const { iss: _1, jti: _2, sub: _3, nbf: _4, exp: _5, ...plain } = claims
    expect(unsigned).toEqual(plain)
  })

  test('has one eddsa-rdfc-2022 proof, in an array, by a key that the issuer’s DID document lists', () => {
    expect(signed.proof).toHaveLength(1)
    expect(signed.proof[0]).toMatchObject({ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod', created: '2026-11-22T10:00:00Z', verificationMethod: `${did}#${world.keys.ed25519.kid}` })
  })

  test('verifies with the contexts that come with the release', async () => {
    expect(await verify(signed)).toBe(true)
  })

  test('no longer verifies when a claim, the proof or its key was changed', async () => {
    const [proof] = signed.proof
    const subject = signed.credentialSubject
    const tampered: object[] = [
      { ...signed, validUntil: '2099-01-01T00:00:00Z' },
      { ...signed, id: `${signed.id}X` },
      { ...signed, name: 'Altceva' },
      { ...signed, credentialSubject: { ...subject, id: 'urn:uuid:00000000-0000-8000-8000-000000000000' } },
      { ...signed, credentialSubject: { ...subject, identifier: [{ ...subject.identifier[0], identityHash: 'Altcineva' }] } },
      { ...signed, credentialSubject: { ...subject, result: [{ ...subject.result[0], value: '100' }] } },
      { ...signed, unknownTerm: 'x' },
      { ...signed, proof: [{ ...proof, created: '2026-11-22T10:00:01Z' }] },
      { ...signed, proof: [{ ...proof, verificationMethod: `${did}#${world.keys.rsa.kid}` }] },
      { ...signed, proof: [{ ...proof, proofValue: proof!['proofValue']!.slice(0, -1) }] },
    ]
    for (const credential of tampered) expect(await verify(credential)).toBe(false)
  })

  test('signs nothing that a context does not define', async () => {
    await expect(signJsonLd({ ...signed, proof: undefined, hours: 8 } as never, world.keys.ed25519, { did, created: '2026-11-22T10:00:00Z' })).rejects.toThrow()
  })

  test('loses no claim in canonicalization', async () => {
    const { proof: _, ...unsigned } = signed
    const quads = await jsonld.canonize(unsigned, { algorithm: 'RDFC-1.0', documentLoader: loadContext, safe: true, format: 'application/n-quads' })
    for (const value of ['Ștefăniță Țîrlea-Bănățeanu', '"92"', 'CertificateOfCompletion', 'BitstringStatusListEntry']) expect(quads).toContain(value)
  })
})

test('no context is ever fetched', async () => {
  await expect(loadContext('https://example.org/context')).rejects.toThrow('does not come with the release')
})

describe('the issuer’s keys', () => {
  test('are described at the DID of the public host: Ed25519 as Multikey, RSA as JsonWebKey, both to assert', async () => {
    const document = await describeIssuer(world)
    const ids = [world.keys.rsa, world.keys.ed25519].map(({ kid }) => `${did}#${kid}`)
    expect(document.id).toBe(did)
    expect(document.verificationMethod.map(({ type }) => type).toSorted()).toEqual(['JsonWebKey', 'Multikey'])
    expect(document.verificationMethod.every(({ controller }) => controller === did)).toBe(true)
    expect(document.assertionMethod.toSorted()).toEqual(ids.toSorted())
    expect(JSON.stringify(document)).toMatch(/"publicKeyMultibase":"z6Mk/)
    expect((await describeIssuer({ ...world, publicUrl: 'http://localhost:3000' })).id).toBe('did:web:localhost%3A3000')
  })

  test('stay when new ones come, and are never given for another key', async () => {
    const before = await listIssuerKeys(world)
    world.setNow('2027-01-01T00:00:00Z')
    const next = makeKeys()
    await registerIssuerKeys(world, next)
    await registerIssuerKeys(world, next)
    const after = await listIssuerKeys(world)
    expect(after).toHaveLength(4)
    expect(after.slice(2)).toEqual(before)
    const stolen = { ...next.publicJwks[0]!, kid: world.keys.rsa.kid }
    await expect(registerIssuerKeys(world, { publicJwks: [stolen] })).rejects.toThrow(world.keys.rsa.kid)
    expect(await findIssuerKey(world, world.keys.rsa.kid)).toEqual(world.keys.publicJwks[0])
    expect(JSON.stringify(after)).not.toContain('"d"')
    world.setNow('2026-11-22T10:00:00Z')
  })
})
