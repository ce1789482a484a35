// Tokens for the API: made and revoked on a page, shown once, good for exact figures alone.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/core/access/can.ts'
import type { IndicatorView } from '#app/core/strategy/indicator-view.ts'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { inRequest } from '#app/platform/http/request-scope.server.ts'
import { useWorld } from '#app/platform/http/world.server.ts'
import * as csv from '#app/routes/strategy/api-teacher-training-csv.ts'
import * as indicators from '#app/routes/strategy/api-indicators.ts'
import * as json from '#app/routes/strategy/api-teacher-training.ts'
import { badValues } from '#tests/factories/bad-values.ts'
import { enterCertified, enterStaff } from '#tests/factories/ledger.ts'
import { createActor } from '#tests/factories/person.ts'
import { at, caught } from '#tests/setup/requests.ts'
import { openSite, signedInAs, visitor } from '#tests/setup/site.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const TODAY = '2026-11-22T10:00:00Z'
const world = await openTestWorld(TODAY)
useWorld(world)
const site = await openSite('accounts')

const PAGE = '/ministry/tokens'
const QUESTION = '/api/v1/indicators/teacher-training?by=residence&county=CJ&month=2026-10'

let analyst: Actor
let cookie: { cookie: string }

beforeAll(async () => {
  await loadReferenceData(world)
  await enterStaff(world, '2026-09-30', [{ staff: 100 }, { residence: 'rural', staff: 90 }])
  await enterCertified(world, '2026-10', 30)
  await enterCertified(world, '2026-10', 3, { residence: 'rural' })
  await enterCertified(world, '2026-10', 70, { county: 'RO-AB' })
})

beforeEach(async () => {
  world.setNow(TODAY)
  await world.db.throttle.deleteMany()
  analyst = await createActor(world, 'analyst')
  cookie = await signedInAs(analyst)
})

const make = (name: string, expiresOn = '2027-02-22', headers = cookie) => site.post(PAGE, new URLSearchParams({ name, expiresOn }), headers)
const secretIn = (page: string) => />(catedra_[\w-]{43})</.exec(page)?.[1] ?? ''
const makeToken = async (name = 'tablou de bord', expiresOn?: string) => secretIn(await (await make(name, expiresOn)).text())
const ask = (token: string, headers: Record<string, string> = {}) => inRequest('::1', () => json.loader(at(QUESTION, { authorization: `Bearer ${token}`, ...headers })))
const figuresOf = async (answer: Response) => ((await answer.json()) as IndicatorView).breakdown.map(({ certified }) => certified)
const rowsOf = () => world.db.apiToken.findMany({ where: { accountId: analyst.accountId } })

async function expectRefused(asked: Promise<unknown>): Promise<void> {
  const answer = await caught(asked)
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="catedra", error="invalid_token"')
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toMatchObject({ status: 401, title: 'Unauthorized' })
}

describe('a token', () => {
  test('is shown once, and only its hash is kept', async () => {
    const answer = await make('tablou de bord')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const token = secretIn(await answer.text())
    expect(token).toMatch(/^catedra_[\w-]{43}$/)
    const page = await site.read(PAGE, cookie)
    expect(page).toContain('tablou de bord')
    expect(page).not.toContain('catedra_')
    const [row] = await rowsOf()
    expect(row).toMatchObject({ name: 'tablou de bord', tokenHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, lastUsedOn: null, revokedAt: null })
    expect(JSON.stringify(row)).not.toContain(token.slice(8))
    expect(await world.db.auditEntry.findMany({ where: { subject: row!.id } })).toMatchObject([{ action: 'api-token.make', accountId: analyst.accountId }])
  })

  test('gives exact figures to who shows it, to nobody after them, and remembers the day', async () => {
    const token = await makeToken()
    const answer = await ask(token)
    expect(answer.status).toBe(200)
    expect(await figuresOf(answer)).toEqual([30, 3])
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('vary')).toMatch(/\bAuthorization\b/)
    expect(answer.headers.has('etag')).toBe(false)
    expect((await rowsOf())[0]?.lastUsedOn?.toISOString().slice(0, 10)).toBe('2026-11-22')
    world.setNow('2026-12-24T23:30:00Z')
    const table = await csv.loader(at(QUESTION, { authorization: `bearer ${token}` }))
    expect(await table.text()).toContain('"rural","Rural",3,90,')
    expect((await indicators.loader(at('/api/v1/indicators', { authorization: `Bearer ${token}` }))).headers.get('cache-control')).toBe('private, no-store')
    expect((await rowsOf())[0]?.lastUsedOn?.toISOString().slice(0, 10)).toBe('2026-12-25')
  })

  test('is asked for where none is: without one the figures are protected, and caches keep the two apart', async () => {
    const answer = await json.loader(at(QUESTION))
    expect(await figuresOf(answer)).toEqual([null, null])
    expect(answer.headers.get('cache-control')).toMatch(/^public/)
    expect(answer.headers.get('vary')).toMatch(/\bAuthorization\b/)
  })

  test.each(['', 'catedra_', 'x', `catedra_${'A'.repeat(43)}`, `catedra_${'A'.repeat(44)}`, 'catedra_ș', `${'a'.repeat(4_000)}`])('%j is none', async (token) => {
    await expectRefused(json.loader(at(QUESTION, { authorization: `Bearer ${encodeURI(token)}` })))
    for (const loader of [csv.loader, indicators.loader]) await expectRefused(loader(at(QUESTION, { authorization: encodeURI(token) })))
  })

  test('that is wrong is refused also to who is signed in', async () => {
    await expectRefused(ask('catedra_wrong', cookie))
  })

  test('counts only in its own scheme, whole', async () => {
    const token = await makeToken()
    for (const authorization of [token, `Basic ${token}`, `Bearer ${token}x`, `Bearer ${token.slice(0, -1)}`, `Bearer ${token.toLowerCase()}`, `Bearer x ${token}`]) await expectRefused(json.loader(at(QUESTION, { authorization })))
  })

  test('ends with its last day', async () => {
    const token = await makeToken('scurt', '2026-11-22')
    expect((await ask(token)).status).toBe(200)
    world.setNow('2026-11-22T22:30:00Z')
    await expectRefused(ask(token))
    expect(await site.read(PAGE, cookie)).toContain('încheiat')
  })

  test('ends when it is revoked, by its owner alone, once', async () => {
    const token = await makeToken()
    const [row] = await rowsOf()
    const revoke = (headers: { cookie: string }, id = row!.id) => site.post(`${PAGE}/${id}/revocation`, new URLSearchParams(), headers)
    expect((await revoke(await signedInAs(await createActor(world, 'administrator')))).status).toBe(404)
    expect((await revoke(cookie, 'x')).status).toBe(404)
    expect((await ask(token)).status).toBe(200)
    const answer = await revoke(cookie)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, PAGE])
    await expectRefused(ask(token))
    expect((await revoke(cookie)).status).toBe(404)
    expect((await world.db.auditEntry.findMany({ where: { subject: row!.id }, orderBy: { id: 'asc' } })).map(({ action }) => action)).toEqual(['api-token.make', 'api-token.revoke'])
    expect(await site.read(PAGE, cookie)).toContain('revocat')
    expect((await make('tablou de bord')).status).toBe(200)
  })

  test('is of no use once its owner is no analyst', async () => {
    const token = await makeToken()
    await world.db.account.update({ where: { id: analyst.accountId }, data: { role: 'teacher' } })
    await expectRefused(ask(token))
    expect((await rowsOf())[0]?.revokedAt).toBe(null)
    expect((await site.get(PAGE, cookie)).status).toBe(403)
  })
})

describe('the page', () => {
  test('is for analysts and administrators', async () => {
    for (const role of ['teacher', 'trainer'] as const) {
      const headers = await signedInAs(await createActor(world, role))
      expect((await site.get(PAGE, headers)).status).toBe(403)
      expect((await make('x', '2027-02-22', headers)).status).toBe(403)
    }
    for (const answer of [await site.get(PAGE, visitor()), await make('a', undefined, visitor())]) {
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/login?next=%2Fministry%2Ftokens'])
    }
    expect((await site.get(PAGE, await signedInAs(await createActor(world, 'administrator')))).status).toBe(200)
  })

  test.each([
    ['2026-11-21', 'Ziua nu poate fi în trecut'],
    ['2027-11-23', 'cel mult un an'],
    ['2026-02-30', 'o zi care există'],
    ['mâine', 'o zi care există'],
    ['', 'Completează acest câmp'],
  ])('refuses %j as the last day, at the field, and keeps the name', async (expiresOn, words) => {
    const answer = await make('tablou', expiresOn)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(words)
    expect(page).toContain('value="tablou"')
    expect(await rowsOf()).toEqual([])
  })

  test('takes a whole year, and one name once, also from two at once', async () => {
    expect((await make('an întreg', '2027-11-22')).status).toBe(200)
    const answers = await Promise.all(Array.from({ length: 5 }, () => make('același')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422])
    expect(await (await make('același')).text()).toContain('Există deja un token cu acest nume')
  })

  test('takes any value without failing', async () => {
    for (const value of badValues) {
      expect([200, 422, 429], JSON.stringify(value)).toContain((await make(value)).status)
      expect([200, 422, 429], JSON.stringify(value)).toContain((await make('x', value)).status)
    }
  })

  test('makes no more than twenty a day', async () => {
    for (let count = 0; count < 20; count++) expect((await make(`al ${count}-lea`)).status).toBe(200)
    const answer = await make('al 21-lea')
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await answer.text()).toContain('value="al 21-lea"')
    expect(await rowsOf()).toHaveLength(20)
  })
})
