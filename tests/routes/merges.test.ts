// Two accounts of one person: compared and merged on a page, by administrators alone.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/core/access/can.ts'
import { createAccount } from '#app/features/accounts/create-account.server.ts'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { useWorld } from '#app/platform/http/world.server.ts'
import { badValues } from '#tests/factories/bad-values.ts'
import { issueTestCertificate, openIssuer } from '#tests/factories/certificate.ts'
import { createActor, createPost, createSchool } from '#tests/factories/person.ts'
import { openSite, signedInAs, visitor } from '#tests/setup/site.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
useWorld(world)
await loadReferenceData(world)
const issuer = await openIssuer(world)
const site = await openSite('accounts')
const schoolCode = await createSchool(world, { name: 'Școala nr. 3', locality: 'Bârlad', countyCode: 'RO-VS' })

const PAGE = '/admin/merges'
let administrator: Actor
let cookie: { cookie: string }
let count = 0
let from: string
let into: string
let persons: { from: string; into: string }

async function open(name: string): Promise<{ email: string; personId: string }> {
  const email = `Ana.${++count}@example.org`
  const made = await createAccount(world, { name, email, password: 'corect cal baterie', role: 'teacher', locale: 'ro' })
  if (!made.ok) throw new Error(made.refusal)
  return { email, personId: made.value.personId }
}

beforeEach(async () => {
  administrator = await createActor(world, 'administrator')
  cookie = await signedInAs(administrator)
  const [old, current] = [await open('Ana Pop'), await open('Ana Maria Pop')]
  ;[from, into] = [old.email, current.email]
  persons = { from: old.personId, into: current.personId }
})

const compare = (fields: Record<string, string> = { from, into }, headers = cookie) => site.post(PAGE, new URLSearchParams(fields), headers)
const confirm = (fields: Record<string, string>, headers = cookie) => site.post(`${PAGE}/confirmation`, new URLSearchParams({ from, into, ...fields }), headers)
const mergesOf = () => world.db.personMerge.findMany({ where: { fromPersonId: persons.from } })

test('shows both accounts and what follows, and changes nothing', async () => {
  await createPost(world, persons.into, { schoolCode })
  const { serial } = await issueTestCertificate(issuer, { holder: { accountId: '-', personId: persons.from, role: 'teacher' } })
  const answer = await compare({ from: from.toUpperCase(), into })
  const page = await answer.text()
  expect(answer.status).toBe(200)
  for (const words of ['Ana Pop', 'Ana Maria Pop', from, into, 'Școala nr. 3, Bârlad', 'niciun post', serial, 'Nu se poate desface', 'Certificatele rămân valabile', 'Ambele conturi merg mai departe']) expect(page).toContain(words)
  expect(await mergesOf()).toEqual([])
})

test('merges what was confirmed, with the reason kept, and both persons’ facts to be counted anew', async () => {
  const answer = await confirm({ reason: 'A cerut la telefon; același CNP pe adeverință.' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PAGE}?done`])
  expect(await mergesOf()).toMatchObject([{ intoPersonId: persons.into }])
  expect(await world.db.auditEntry.findMany({ where: { subject: persons.from } })).toMatchObject([{ action: 'accounts.merge', accountId: administrator.accountId, reason: 'A cerut la telefon; același CNP pe adeverință.' }])
  expect(await world.db.event.count({ where: { type: 'person.facts-changed', subjectId: { in: Object.values(persons) } } })).toBe(2)
  const page = await site.read(`${PAGE}?done`, cookie)
  for (const words of ['Conturile sunt unite', from, into, 'același CNP pe adeverință']) expect(page).toContain(words)
})

test('keeps any reason that the database can, without its control characters', async () => {
  for (const reason of badValues.filter((value) => /[\0\p{Cs}]/u.test(value))) {
    const [one, other] = [await open('Ana Pop'), await open('Ana Pop')]
    expect([303, 422], JSON.stringify(reason)).toContain((await confirm({ from: one.email, into: other.email, reason })).status)
  }
  expect((await confirm({ reason: '\0' })).status).toBe(422)
  expect((await confirm({ reason: 'a\0b\x1b\r\nc' })).status).toBe(303)
  expect(await world.db.auditEntry.findMany({ where: { subject: persons.from } })).toMatchObject([{ reason: 'ab\nc' }])
})

test('two who confirm at once merge once, and the second is told', async () => {
  const answers = await Promise.all([confirm({ reason: 'a' }), confirm({ reason: 'b' })])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await mergesOf()).toHaveLength(1)
  const again = await compare()
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('Acest cont a fost deja unit cu altul')
})

describe('refuses at the field, and keeps what was typed:', () => {
  test.each([
    ['from', 'nobody@example.org', 'Nu există niciun cont'],
    ['into', 'nobody@example.org', 'Nu există niciun cont'],
    ['from', 'x', 'Scrie o singură adresă'],
    ['into', '', 'Completează acest câmp'],
  ])('%s %j', async (field, value, words) => {
    for (const send of [compare, confirm]) {
      const answer = await send({ from, into, reason: 'x', [field]: value })
      const page = await answer.text()
      expect(answer.status).toBe(422)
      expect(page).toMatch(new RegExp(`id="${field}-error">${words}`))
      expect(page).toContain(`value="${field === 'from' ? into : from}"`)
    }
    expect(await mergesOf()).toEqual([])
  })

  test('one account twice', async () => {
    expect(await (await compare({ from, into: from.toLowerCase() })).text()).toContain('Ambele adrese duc la același cont')
  })

  test('no reason, with the comparison still there', async () => {
    const answer = await confirm({ reason: '  ' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('id="reason-error"')
    expect(page).toContain('Nu se poate desface')
    expect(await mergesOf()).toEqual([])
  })

  test('anything at all', async () => {
    for (const value of badValues) {
      for (const field of ['from', 'into']) expect((await confirm({ reason: 'x', [field]: value })).status, JSON.stringify(value)).toBe(422)
    }
    expect((await confirm({ reason: 'x'.repeat(1_001) })).status).toBe(422)
    expect(await mergesOf()).toEqual([])
  })
})

test('is for administrators alone', async () => {
  for (const role of ['teacher', 'trainer', 'analyst'] as const) {
    const headers = await signedInAs(await createActor(world, role))
    expect((await site.get(PAGE, headers)).status).toBe(403)
    const refused = await compare({ from, into }, await signedInAs(await createActor(world, role), 'en'))
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringMatching(/<html lang="en">.*action="\/logout".*You have no access here/s)])
    expect((await confirm({ reason: 'x' }, headers)).status).toBe(403)
  }
  expect((await site.get(PAGE, visitor())).headers.get('location')).toBe('/login?next=%2Fadmin%2Fmerges')
  for (const send of [compare, confirm]) expect((await send({ from, into, reason: 'x' }, visitor())).headers.get('location')).toBe('/login?next=%2Fadmin%2Fmerges')
  expect(await mergesOf()).toEqual([])
})
