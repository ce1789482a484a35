// The claims of a certificate as an Open Badges 3.0 AchievementCredential (VC Data Model 2.0), and of its status list.
// Native terms of the two contexts only: a term of our own would be dropped by canonicalization and so stay unsigned.
import type { Day } from '../kernel/calendar.ts'
import { lastSecondOf, wholeSeconds } from './validity.ts'

export const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2'
export const OPEN_BADGES_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
/** Defines 1EdTechJsonSchemaValidator2019. */
export const OPEN_BADGES_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
const SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

/** did:web of the site's host; a port's colon is written %3A (https://w3c-ccg.github.io/did-method-web/). */
export function issuerDid(origin: string): string {
  return `did:web:${encodeURIComponent(new URL(origin).host)}`
}

export const addresses = {
  credential: (origin: string, serial: string) => `${origin}/credentials/${serial}`,
  statusList: (origin: string, id: number) => `${origin}/credentials/status/${id}`,
  verification: (origin: string, serial: string) => `${origin}/verify/${serial}`,
  key: (origin: string, kid: string) => `${origin}/keys/${kid}`,
}

export type CredentialFacts = {
  serial: string
  holderName: string
  /** `sha256$` and the hex digest of the address followed by the salt; null when no address is known. */
  email: { identityHash: string; salt: string } | null
  /** Ids as URIs: of the holder, of what was achieved, of the result described. */
  subjectId: string
  achievementId: string
  resultId: string
  title: string
  description: string
  criteria: string
  resultName: string
  scorePercent: number
  completedAt: Date
  validUntil: Day | null
  statusListId: number
  statusIndex: number
}

export type Credential = {
  id: string
  issuer: string | { id: string; [term: string]: unknown }
  validFrom: string
  validUntil?: string
  credentialSubject: { id: string; [term: string]: unknown }
  [term: string]: unknown
}

export function writeCredential(facts: CredentialFacts, issuer: { origin: string; name: string }): Credential {
  const { origin } = issuer
  const list = addresses.statusList(origin, facts.statusListId)
  return {
    '@context': [VC_CONTEXT, OPEN_BADGES_CONTEXT, OPEN_BADGES_EXTENSIONS],
    id: addresses.credential(origin, facts.serial),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: facts.title,
    issuer: { id: issuerDid(origin), type: ['Profile'], name: issuer.name, url: origin },
    validFrom: wholeSeconds(facts.completedAt),
    awardedDate: wholeSeconds(facts.completedAt),
    ...(facts.validUntil && { validUntil: wholeSeconds(lastSecondOf(facts.validUntil)) }),
    credentialSubject: {
      id: facts.subjectId,
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: facts.holderName },
        ...(facts.email ? [{ type: 'IdentityObject', identityType: 'emailAddress', hashed: true, ...facts.email }] : []),
      ],
      achievement: {
        id: facts.achievementId,
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        name: facts.title,
        description: facts.description,
        criteria: { narrative: facts.criteria },
        resultDescription: [{ id: facts.resultId, type: ['ResultDescription'], name: facts.resultName, resultType: 'Percent', valueMin: '0', valueMax: '100' }],
      },
      result: [{ type: ['Result'], resultDescription: facts.resultId, value: String(facts.scorePercent) }],
    },
    credentialSchema: [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: {
      id: `${list}#${facts.statusIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(facts.statusIndex),
      statusListCredential: list,
    },
  }
}

/** `encodedList`: multibase base64url of the gzipped bits. */
export function writeStatusListCredential(list: { id: number; encodedList: string; signedAt: Date }, origin: string): Credential {
  const id = addresses.statusList(origin, list.id)
  return {
    '@context': [VC_CONTEXT],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerDid(origin),
    validFrom: wholeSeconds(list.signedAt),
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: list.encodedList },
  }
}

/** The credential as the payload of a JWT: itself and the registered claims that repeat it (OB 3.0, 8.2). */
export function jwtPayload(credential: Credential): Record<string, unknown> {
  return {
    ...credential,
    iss: typeof credential.issuer === 'string' ? credential.issuer : credential.issuer.id,
    jti: credential.id,
    sub: credential.credentialSubject.id,
    nbf: seconds(credential.validFrom),
    ...(credential.validUntil && { exp: seconds(credential.validUntil) }),
  }
}

function seconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000)
}
