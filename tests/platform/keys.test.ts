import { execFile } from 'node:child_process'
import { sign, verify, createPublicKey } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { EnvironmentError } from '#app/platform/env.server.ts'
import { openKeys } from '#app/platform/keys.server.ts'

const run = promisify(execFile)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-keys-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))
const env = { SIGNING_KEYS: undefined, DATA_DIR: folder }
const file = path.join(folder, 'keys', 'signing-keys.json')

test('keys are made on first use, by two processes at once the same ones, for the owner’s eyes alone', async () => {
  const script = `import { openKeys } from '#app/platform/keys.server.ts'; console.log(openKeys({ SIGNING_KEYS: undefined, DATA_DIR: ${JSON.stringify(folder)} }).publicJwks.map((jwk) => jwk.kid).join())`
  const start = () => run(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script])
  const [one, other] = await Promise.all([start(), start()])
  expect(one.stdout).toBe(other.stdout)
  expect(one.stdout.trim()).toMatch(/^rsa-\d{4}-[0-9a-f]{8},ed-\d{4}-[0-9a-f]{8}$/)
  expect(openKeys(env).publicJwks.map(({ kid }) => kid).join()).toBe(one.stdout.trim())
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
  expect(fs.readdirSync(path.dirname(file))).toEqual(['signing-keys.json'])
}, 180_000)

test('what they sign is verified by their public halves, which hold nothing private', () => {
  const { rsa, ed25519, publicJwks } = openKeys(env)
  const data = Buffer.from('bytes')
  for (const [key, algorithm] of [[rsa, 'sha256'], [ed25519, null]] as const) {
    const jwk = publicJwks.find(({ kid }) => kid === key.kid)!
    expect(verify(algorithm, data, createPublicKey({ key: jwk, format: 'jwk' }), sign(algorithm, data, key.key))).toBe(true)
  }
  for (const jwk of publicJwks) for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(jwk).not.toHaveProperty(secret)
})

test('a given set is used, the newest of each kind first, and the retired stay public', () => {
  const { keys } = JSON.parse(fs.readFileSync(file, 'utf8')) as { keys: Record<string, string>[] }
  const other = fs.mkdtempSync(path.join(folder, 'other-'))
  openKeys({ SIGNING_KEYS: undefined, DATA_DIR: other })
  const newer = (JSON.parse(fs.readFileSync(path.join(other, 'keys', 'signing-keys.json'), 'utf8')) as typeof keys & { keys: typeof keys }).keys
  const opened = openKeys({ SIGNING_KEYS: JSON.stringify({ keys: [...newer, ...keys] }), DATA_DIR: '/nowhere' })
  expect([opened.rsa.kid, opened.ed25519.kid]).toEqual(newer.map(({ kid }) => kid))
  expect(opened.publicJwks.map(({ kid }) => kid)).toEqual([...newer, ...keys].map(({ kid }) => kid))
})

test.each([
  ['not JSON', 'not JSON'],
  ['{"keys":[]}', 'keys'],
  ['{"keys":[{"kty":"RSA"},{"kty":"OKP"}]}', 'keys.0'],
  ['{"keys":[{"kty":"oct","kid":"a","k":"AA"},{"kty":"oct","kid":"b","k":"AA"}]}', 'keys.0'],
])('a set such as %s stops the start with one line that names the variable and shows no key', (given, where) => {
  expect(() => openKeys({ SIGNING_KEYS: given, DATA_DIR: '/nowhere' })).toThrow(EnvironmentError)
  expect(() => openKeys({ SIGNING_KEYS: given, DATA_DIR: '/nowhere' })).toThrow(new RegExp(`^SIGNING_KEYS: read .*${where}[^\\n]*$`))
})

test('a set without an Ed25519 key stops the start', () => {
  const { keys } = JSON.parse(fs.readFileSync(file, 'utf8')) as { keys: { kty: string }[] }
  const rsa = keys.filter(({ kty }) => kty === 'RSA')
  expect(() => openKeys({ SIGNING_KEYS: JSON.stringify({ keys: [...rsa, ...rsa] }), DATA_DIR: '/nowhere' })).toThrow(/SIGNING_KEYS: read no OKP key/)
})

test('a derived secret is the same each time and different for each purpose', () => {
  const [keys, again] = [openKeys(env), openKeys(env)]
  expect(keys.deriveSecret('password-reset')).toHaveLength(32)
  expect(keys.deriveSecret('password-reset').equals(again.deriveSecret('password-reset'))).toBe(true)
  expect(keys.deriveSecret('password-reset').equals(keys.deriveSecret('other'))).toBe(false)
})
