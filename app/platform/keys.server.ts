// The issuer's private keys, opened by the worker alone: from SIGNING_KEYS, else from DATA_DIR/keys, made there on first use.
import { createHash, createPrivateKey, generateKeyPairSync, hkdfSync, randomBytes, type JsonWebKey, type KeyObject } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { EnvironmentError, type Environment } from './env.server.ts'

const FILE = 'signing-keys.json'
/** Good beyond 2030 (NIST SP 800-57): certificates are checked for years. */
const RSA_BITS = 3072

/** A kid stands in addresses. */
const kid = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
const part = z.string().regex(/^[A-Za-z0-9_-]+$/)
const rsaKey = z.object({ kty: z.literal('RSA'), kid, n: part, e: part, d: part, p: part, q: part, dp: part, dq: part, qi: part })
const edKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), kid, x: part, d: part })
const keySet = z.object({ keys: z.array(z.discriminatedUnion('kty', [rsaKey, edKey])).min(2) })
type KeySet = z.infer<typeof keySet>

export type PublicJwk = { kty: string; kid: string; alg: string; use: 'sig'; n?: string; e?: string; crv?: string; x?: string }
export type SigningKey = { kid: string; key: KeyObject }

export type SigningKeys = {
  /** Signs JWTs (RS256). */
  rsa: SigningKey
  /** Signs Data Integrity proofs. */
  ed25519: SigningKey
  /** The public halves of all keys that were given, the retired among them. */
  publicJwks: PublicJwk[]
  /** 32 bytes for the purpose named, the same as long as the newest key is. */
  deriveSecret(label: string): Buffer
}

/** @throws EnvironmentError when SIGNING_KEYS holds no usable set */
export function openKeys(env: Pick<Environment, 'SIGNING_KEYS' | 'DATA_DIR'>): SigningKeys {
  return usable(env.SIGNING_KEYS ? parseSet(env.SIGNING_KEYS, 'SIGNING_KEYS') : openFile(path.join(env.DATA_DIR, 'keys')))
}

function usable({ keys }: KeySet): SigningKeys {
  const rsa = newest(keys, 'RSA')
  const ed25519 = newest(keys, 'OKP')
  const secret = ed25519.key.export({ format: 'der', type: 'pkcs8' })
  return {
    rsa,
    ed25519,
    publicJwks: keys.map(publicHalf),
    deriveSecret: (label) => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `catedra ${label}`, 32)),
  }
}

function newest(keys: KeySet['keys'], kty: 'RSA' | 'OKP'): SigningKey {
  const jwk = keys.find((candidate) => candidate.kty === kty)
  if (!jwk) throw new EnvironmentError(`SIGNING_KEYS: read no ${kty} key, expected one RSA and one OKP (Ed25519) key at least, newest first`)
  return { kid: jwk.kid, key: createPrivateKey({ key: jwk, format: 'jwk' }) }
}

function publicHalf(jwk: KeySet['keys'][number]): PublicJwk {
  return jwk.kty === 'RSA'
    ? { kty: 'RSA', kid: jwk.kid, alg: 'RS256', use: 'sig', n: jwk.n, e: jwk.e }
    : { kty: 'OKP', kid: jwk.kid, alg: 'EdDSA', use: 'sig', crv: 'Ed25519', x: jwk.x }
}

function parseSet(text: string, name: string): KeySet {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  const parsed = keySet.safeParse(value)
  // The message tells where, never what: these are private keys.
  if (!parsed.success) throw new EnvironmentError(`${name}: read a value that does not fit (${parsed.error.issues[0]?.path.join('.') || 'not JSON'}), expected a JWK set with a private RSA and a private Ed25519 key, each with its kid, newest first`)
  return parsed.data
}

/** Whoever links the finished file first has made the keys; the others read them. */
function openFile(folder: string): KeySet {
  const file = path.join(folder, FILE)
  if (!fs.existsSync(file)) {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    const draft = path.join(folder, `.${FILE}.${process.pid}.${randomBytes(4).toString('hex')}`)
    const handle = fs.openSync(draft, 'wx', 0o600)
    try {
      fs.writeFileSync(handle, `${JSON.stringify({ keys: makeKeys() }, null, 2)}\n`)
      fs.fsyncSync(handle)
      fs.linkSync(draft, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      fs.closeSync(handle)
      fs.unlinkSync(draft)
    }
  }
  return parseSet(fs.readFileSync(file, 'utf8'), file)
}

function makeKeys(): (JsonWebKey & { kid: string })[] {
  return [
    named('rsa', generateKeyPairSync('rsa', { modulusLength: RSA_BITS }).privateKey),
    named('ed', generateKeyPairSync('ed25519').privateKey),
  ]
}

/** `rsa-2026-1f3a09c4`: kind, year, and the beginning of a digest of the public key. */
function named(kind: string, key: KeyObject): JsonWebKey & { kid: string } {
  const jwk = key.export({ format: 'jwk' })
  const digest = createHash('sha256').update(String(jwk.n ?? jwk.x)).digest('hex')
  return { kid: `${kind}-${new Date().getUTCFullYear()}-${digest.slice(0, 8)}`, ...jwk }
}
