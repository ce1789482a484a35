// The server around the pages: what it refuses before any page is asked, and in which form.
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { useWorld } from '#app/platform/http/world.server.ts'
import { createSite } from '#app/server.ts'
import { buildOf } from '#tests/setup/site.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
useWorld(world)

const ORIGIN = 'https://catedra.test'
const INDICATORS = '/api/v1/indicators'
const READS_A_MINUTE = 300
const WRITES_A_MINUTE = 600
const VERIFICATIONS_A_MINUTE = 120

let site: ReturnType<typeof createSite>

beforeAll(async () => {
  await loadReferenceData(world)
})

/** A server that nobody has asked anything yet. */
async function openServer(trustedProxies?: number | string[], room = 'strategy'): Promise<void> {
  site = createSite(await buildOf(room), 'production', trustedProxies)
}

type Asked = { from?: string; method?: string; headers?: Record<string, string>; body?: string }

const ask = (path: string, { from = '203.0.113.1', ...init }: Asked = {}) =>
  site.fetch(new Request(`${ORIGIN}${path}`, init), { incoming: { socket: { remoteAddress: from }, headers: init.headers ?? {} } })

async function problemOf(answer: Response): Promise<unknown> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  return answer.json()
}

test('whoever came over TLS is told to come over nothing else, and a site without TLS tells nobody', async () => {
  await openServer()
  expect((await ask('/methodology')).headers.get('strict-transport-security')).toBe('max-age=31536000')
  useWorld({ ...world, publicUrl: 'http://localhost:3000' })
  await openServer()
  useWorld(world)
  expect((await ask('/methodology')).headers.has('strict-transport-security')).toBe(false)
})

test('an address under /api that is none is a problem', async () => {
  await openServer()
  for (const path of ['/api/v1/nothing', '/api/', '/api/v2/indicators', `${INDICATORS}/nothing.csv`]) {
    const answer = await ask(path)
    expect(answer.status, path).toBe(404)
    expect(await problemOf(answer)).toMatchObject({ type: 'about:blank', status: 404 })
  }
})

test('what Remix refuses in its own form is a problem too', async () => {
  await openServer()
  for (const query of ['?_data=routes/nothing', '?_data=routes/strategy/ministry.tsx']) {
    const answer = await ask(`${INDICATORS}${query}`)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await problemOf(answer)).toMatchObject({ status: answer.status })
    expect(answer.headers.has('x-remix-error')).toBe(false)
  }
})

test('an API can only be read, whatever is sent and from wherever', async () => {
  await openServer()
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
    for (const origin of [ORIGIN, 'https://evil.example']) {
      const answer = await ask(INDICATORS, { method, headers: { origin } })
      expect(answer.status, method).toBe(405)
      expect(answer.headers.get('allow')).toBe('GET, HEAD')
      expect(await problemOf(answer)).toMatchObject({ status: 405, title: 'Method Not Allowed' })
    }
  }
})

test('whoever asks an API too often is told when to ask again, and others are not', async () => {
  await openServer()
  for (let asked = 0; asked < READS_A_MINUTE; asked++) expect((await ask('/api/v1/nothing')).status).toBe(404)
  const answer = await ask(INDICATORS)
  expect(answer.status).toBe(429)
  expect(answer.headers.get('retry-after')).toBe('60')
  expect(await problemOf(answer)).toMatchObject({ status: 429, title: 'Too Many Requests', detail: expect.stringContaining('minute') as string })
  expect((await ask(INDICATORS, { from: '203.0.113.2' })).status).toBe(200)
})

test('whoever reads pages is told on one, in their language, why a request came no further', async () => {
  await openServer()
  const reader = { accept: 'text/html,*/*;q=0.8', 'accept-language': 'sv' }
  const form = { ...reader, origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }
  const tooLarge = await ask('/profile', { method: 'POST', headers: form, body: `name=${'a'.repeat(300_000)}` })
  expect(tooLarge.status).toBe(413)
  expect(await tooLarge.text()).toMatch(/<html lang="sv">.*Det är för mycket på en gång/s)
  const foreign = await ask('/profile', { method: 'POST', headers: { ...form, origin: 'https://evil.example' } })
  expect([foreign.status, foreign.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8'])
  expect(await foreign.text()).toMatch(/<html lang="sv">.*Formuläret kom från ett annat håll/s)
  for (let asked = 0; asked < VERIFICATIONS_A_MINUTE; asked++) await ask('/credentials/nothing')
  const tooOften = await ask('/verify/nothing', { headers: reader })
  expect([tooOften.status, tooOften.headers.get('retry-after')]).toEqual([429, '60'])
  expect(await tooOften.text()).toMatch(/<html lang="sv">.*För många försök/s)
  expect(await problemOf(await ask('/verify/nothing', { headers: { accept: 'application/json' } }))).toMatchObject({ status: 429 })
})

test('whoever reads pages gets one also where an address has none, and from an action that refuses', async () => {
  await openServer(undefined, 'language.ts')
  const reader = { accept: 'text/html', 'accept-language': 'en;q=0.1, sv-SE;q=0.9, ro;q=0' }
  const nothing = await ask('/language', { headers: reader })
  expect(nothing.status).toBe(404)
  expect(await nothing.text()).toContain('<html lang="sv">')
  const refused = await ask('/language', { method: 'POST', headers: { ...reader, 'content-type': 'application/x-www-form-urlencoded' }, body: 'locale=xx' })
  expect(refused.status).toBe(400)
  expect(await refused.text()).toContain('<html lang="sv">')
  const unknown = await ask('/', { method: 'PUT', headers: reader })
  expect([unknown.status, await unknown.text()]).toEqual([405, expect.stringContaining('Det går inte att göra här')])
})

test('what forms keep by themselves takes nothing from what people send', async () => {
  await openServer()
  const keep = () => ask('/courses/a/quizzes/b/draft', { method: 'POST', headers: { origin: 'https://evil.example' } })
  for (let asked = 0; asked <= WRITES_A_MINUTE; asked++) expect((await keep()).status).toBe(403)
  expect((await ask('/language', { method: 'POST', headers: { origin: 'https://evil.example' } })).status).toBe(403)
})

test('what is read as text is sent compressed to whom that is welcome, and is the same', async () => {
  await openServer()
  const packed = await ask('/methodology', { headers: { 'accept-encoding': 'gzip, br' } })
  expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding'])
  const plain = await ask('/methodology')
  expect(plain.headers.get('content-encoding')).toBeNull()
  const html = await plain.text()
  const bytes = Buffer.from(await packed.arrayBuffer())
  expect(gunzipSync(bytes).toString()).toBe(html)
  expect(bytes.length).toBeLessThan(html.length / 2)
})

describe('the address that a limit goes by', () => {
  /** The answer to one question too many, each question with another forged address. */
  async function askTooOften(forwarded: (asked: number) => string, from = '203.0.113.1'): Promise<number> {
    for (let asked = 0; asked < READS_A_MINUTE; asked++) await ask('/api/v1/nothing', { from, headers: { 'x-forwarded-for': forwarded(asked) } })
    return (await ask('/api/v1/nothing', { from, headers: { 'x-forwarded-for': forwarded(READS_A_MINUTE) } })).status
  }
  const other = (asked: number) => `198.51.100.${asked % 250}, 192.0.2.${asked % 250}`

  test('is that of the connection, whatever X-Forwarded-For says', async () => {
    await openServer()
    expect(await askTooOften(other)).toBe(429)
  })

  test('is the one that the one proxy passes on: those before it are not believed', async () => {
    await openServer(1)
    expect(await askTooOften((asked) => `198.51.100.${asked % 250}, 192.0.2.7`)).toBe(429)
    expect((await ask('/api/v1/nothing', { headers: { 'x-forwarded-for': '192.0.2.8' } })).status).toBe(404)
  })

  test('is passed on by trusted addresses alone', async () => {
    await openServer(['10.0.0.0/8', 'loopback'])
    expect(await askTooOften(other)).toBe(429)
    expect(await askTooOften(other, '10.1.2.3')).toBe(404)
    expect(await askTooOften(() => 'garbage, 192.0.2.7, 10.0.0.9', '::1')).toBe(429)
  })
})
