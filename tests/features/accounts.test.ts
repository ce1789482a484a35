import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createAccount } from '#app/features/accounts/create-account.server.ts'
import { editProfile } from '#app/features/accounts/edit-profile.server.ts'
import { forgetEnded } from '#app/features/accounts/forget-ended.server.ts'
import { getProfile } from '#app/features/accounts/get-profile.server.ts'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import { signUp } from '#app/features/accounts/sign-up.server.ts'
import { networkOf } from '#app/platform/throttle.server.ts'
import { verifyPassword } from '#app/platform/passwords.server.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()

const password = 'corect cal baterie'
let count = 0
const newEmail = () => `ana${++count}@example.org`
/** A network of its own for each test, so that none spends another's tries. */
const newAddress = () => `10.0.${Math.floor(++count / 250)}.${count % 250}`

async function createTeacher(email = newEmail()) {
  const made = await createAccount(world, { name: 'Ana Pop', email, password, role: 'teacher', locale: 'sv' })
  if (!made.ok) throw new Error(made.refusal)
  return { ...made.value, email }
}

describe('signing up', () => {
  test('makes a teacher whose password is kept as an Argon2id hash', async () => {
    const made = await signUp(world, { name: 'Ștefana Țîru', email: 'Stefana.Tiru@Example.org', password, locale: 'ro', address: newAddress() })
    if (!made.ok) throw new Error(made.refusal)
    const account = await world.db.account.findUniqueOrThrow({ where: { id: made.value.accountId }, include: { person: true } })
    expect(account).toMatchObject({ email: 'stefana.tiru@example.org', emailTyped: 'Stefana.Tiru@Example.org', role: 'teacher', locale: 'ro', person: { name: 'Ștefana Țîru' } })
    expect(account.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword(account.passwordHash, password)).toBe(true)
  })

  test('twenty times at once with one address makes one account and one person', async () => {
    const people = await world.db.person.count()
    const address = newAddress()
    const email = newEmail()
    const made = await Promise.all(Array.from({ length: 20 }, (_, at) => signUp(world, { name: 'Ana Pop', email: at % 2 ? email : email.toUpperCase(), password, locale: 'ro', address })))
    expect(made.filter(({ ok }) => ok)).toHaveLength(1)
    expect(made.filter((answer) => !answer.ok && answer.refusal === 'email-taken')).toHaveLength(19)
    expect(await world.db.person.count()).toBe(people + 1)
  })

  test('tells one network of thirty known addresses in an hour and no more', async () => {
    const { email } = await createTeacher()
    const address = newAddress()
    const ask = (from: string) => signUp(world, { name: 'Ana Pop', email, password, locale: 'ro', address: from })
    for (let at = 0; at < 30; at++) expect(await ask(address)).toMatchObject({ refusal: 'email-taken' })
    expect(await ask(address)).toMatchObject({ refusal: 'throttled' })
    expect(await ask(newAddress())).toMatchObject({ refusal: 'email-taken' })
  })
})

describe('signing in', () => {
  test('works with the address in any case and with spaces around it', async () => {
    const { email, accountId } = await createTeacher()
    expect(await signIn(world, { email: ` ${email.toUpperCase()} `, password, address: newAddress() })).toEqual({ ok: true, value: { accountId, locale: 'sv' } })
  })

  test('takes the password however its letters are composed', async () => {
    const email = newEmail()
    await createAccount(world, { name: 'Ana Pop', email, password: 'fiecare școală', role: 'teacher', locale: 'ro' })
    expect(await signIn(world, { email, password: 'fiecare s\u0326coala\u0306', address: newAddress() })).toMatchObject({ ok: true })
  })

  test('answers a wrong password, an unknown address and no address alike', async () => {
    const { email } = await createTeacher()
    const address = newAddress()
    for (const asked of [email, newEmail(), 'no address', 'a\0b@example.org', '']) expect(await signIn(world, { email: asked, password: 'another one', address })).toEqual({ ok: false, refusal: 'wrong' })
  })

  test('after five wrong passwords refuses the right one too, for a quarter of an hour', async () => {
    const { email } = await createTeacher()
    for (let at = 0; at < 5; at++) expect(await signIn(world, { email, password: 'wrong', address: newAddress() })).toMatchObject({ refusal: 'wrong' })
    const refused = await signIn(world, { email, password, address: newAddress() })
    expect(refused).toMatchObject({ ok: false, refusal: 'throttled' })
    expect('seconds' in refused && refused.seconds).toBeGreaterThan(14 * 60)
    expect('seconds' in refused && refused.seconds).toBeLessThanOrEqual(15 * 60)
    await world.pool.query('update throttle set expire = expire - 15 * 60 * 1000')
    expect(await signIn(world, { email, password, address: newAddress() })).toMatchObject({ ok: true })
  })

  test('looks at no more than twenty of two hundred guesses made at once', async () => {
    const { email } = await createTeacher()
    const answers = await Promise.all(Array.from({ length: 200 }, (_, at) => signIn(world, { email, password: `guess ${at}`, address: newAddress() })))
    expect(answers.filter((answer) => !answer.ok && answer.refusal === 'wrong').length).toBeLessThanOrEqual(20)
  })

  test('a right password wipes the slate', async () => {
    const { email } = await createTeacher()
    for (let round = 0; round < 3; round++) {
      for (let at = 0; at < 4; at++) expect(await signIn(world, { email, password: 'wrong', address: newAddress() })).toMatchObject({ refusal: 'wrong' })
      expect(await signIn(world, { email, password, address: newAddress() })).toMatchObject({ ok: true })
    }
  })

  test('a dozen right passwords at once all let in', async () => {
    const { email } = await createTeacher()
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(world, { email, password, address: newAddress() })))
    expect(answers.every(({ ok }) => ok)).toBe(true)
  })

  test('is counted without keeping an address', async () => {
    const { email } = await createTeacher()
    await signIn(world, { email, password: 'wrong', address: '203.0.113.9' })
    const { rows } = await world.pool.query<{ key: string }>('select key from throttle')
    expect(rows.some(({ key }) => key.includes('@') || key.includes('203.0.113.9'))).toBe(false)
    const hashed = createHash('sha256').update(email).digest('base64url')
    expect(rows.some(({ key }) => key === `sign-in:${hashed}`)).toBe(true)
  })
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['unknown', 'unknown'],
  ['', ''],
])('the network of %j is %j', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('a changed name and language are what the profile shows', async () => {
  const { accountId, personId } = await createTeacher()
  const actor = { accountId, personId, role: 'teacher' as const }
  await editProfile(world, actor, { name: 'Ana Pop-Țîru', locale: 'en' })
  expect(await getProfile(world, actor)).toMatchObject({ name: 'Ana Pop-Țîru', locale: 'en', role: 'teacher', post: null })
})

test('sessions and reset links are forgotten a day after they ended, not before', async () => {
  const { accountId } = await createTeacher()
  const at = (hours: number) => new Date(Date.parse('2026-11-22T10:00:00Z') + hours * 3_600_000)
  await world.db.session.createMany({
    data: [
      { id: 'idle', accountId, expiresAt: at(-25), absoluteExpiresAt: at(100) },
      { id: 'absolute', accountId, expiresAt: at(100), absoluteExpiresAt: at(-25) },
      { id: 'ended', accountId, expiresAt: at(-1), absoluteExpiresAt: at(100) },
      { id: 'open', accountId, expiresAt: at(1), absoluteExpiresAt: at(100) },
    ],
  })
  await world.db.passwordReset.createMany({ data: [{ accountId, expiresAt: at(-25) }, { accountId, expiresAt: at(-1) }] })
  expect(await forgetEnded(world)).toEqual({ sessions: 2, resets: 1 })
  expect((await world.db.session.findMany({ where: { accountId } })).map(({ id }) => id).sort()).toEqual(['ended', 'open'])
})
