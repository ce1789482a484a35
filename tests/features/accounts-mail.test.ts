import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkResetLink } from '#app/features/accounts/check-reset-link.server.ts'
import { createAccount } from '#app/features/accounts/create-account.server.ts'
import { listUnsentMails } from '#app/features/accounts/list-unsent-mails.server.ts'
import { mailKinds, requestMail, type MailKind } from '#app/features/accounts/request-mail.server.ts'
import { requestPasswordReset } from '#app/features/accounts/request-password-reset.server.ts'
import { resetPassword } from '#app/features/accounts/reset-password.server.ts'
import { sendMail, type MailWorld } from '#app/features/accounts/send-mail.server.ts'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { OutgoingMail } from '#app/platform/mail.server.ts'
import { openIssuer, recordTestCertificate } from '#tests/factories/certificate.ts'
import { createRevocationFacts } from '#tests/factories/certificate-facts.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
const issuer = await openIssuer(world)

const outbox: OutgoingMail[] = []
const worker: MailWorld = {
  ...world,
  keys: { deriveSecret: (label) => createHash('sha256').update(`secret ${label}`).digest() },
  mail: { send: (mail) => Promise.resolve(void outbox.push(mail)) },
}

const password = 'corect cal baterie'
let count = 0
const newAddress = () => `10.1.${Math.floor(++count / 250)}.${count % 250}`

async function createTeacher(locale: Locale = 'ro') {
  const email = `Ana.${++count}@example.org`
  const made = await createAccount(world, { name: 'Ana Pop', email, password, role: 'teacher', locale })
  if (!made.ok) throw new Error(made.refusal)
  return { ...made.value, email, role: 'teacher' as const }
}

/** What the relay and the worker do. */
async function sendAll(): Promise<OutgoingMail[]> {
  outbox.length = 0
  for (const mail of await world.db.mail.findMany({ where: { sentAt: null } })) await sendMail(worker, mail.id)
  return [...outbox]
}

async function askForLink(email: string): Promise<string> {
  expect(await requestPasswordReset(world, { email, address: newAddress() })).toEqual({ ok: true, value: null })
  const mails = await sendAll()
  const token = /https:\/\/catedra\.test\/password-reset\/([\w-]{43})\n/.exec(mails[0]?.text ?? '')?.[1]
  if (!token) throw new Error('no link was sent')
  return token
}

describe('a reset link', () => {
  test('is mailed to the address as typed, and is in no row', async () => {
    const { email } = await createTeacher()
    await requestPasswordReset(world, { email: email.toLowerCase(), address: newAddress() })
    const [mail] = await sendAll()
    expect(mail?.to).toBe(email)
    const token = /password-reset\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
    const rows = JSON.stringify([await world.db.passwordReset.findMany(), await world.db.mail.findMany(), (await world.db.event.findMany()).map(({ subjectId }) => subjectId)])
    expect(rows).not.toContain(token)
    expect(rows).toContain(createHash('sha256').update(token).digest('hex'))
  })

  test('sets a password once, ends every session and opens a throttled account', async () => {
    const { email, accountId } = await createTeacher()
    const other = await createTeacher()
    const later = new Date('2030-01-01T00:00:00Z')
    await world.db.session.createMany({ data: [accountId, accountId, other.accountId].map((id) => ({ id: randomUUID(), accountId: id, expiresAt: later, absoluteExpiresAt: later })) })
    for (let at = 0; at < 6; at++) await signIn(world, { email, password: 'wrong', address: newAddress() })
    const token = await askForLink(email)

    expect(await checkResetLink(world, token)).toBe(true)
    expect(await resetPassword(world, { token, password: 'alt cal alta baterie' })).toMatchObject({ ok: true })
    expect(await world.db.session.count({ where: { accountId } })).toBe(0)
    expect(await world.db.session.count({ where: { accountId: other.accountId } })).toBe(1)
    expect(await signIn(world, { email, password: 'alt cal alta baterie', address: newAddress() })).toMatchObject({ ok: true })
    expect(await signIn(world, { email, password, address: newAddress() })).toMatchObject({ refusal: 'wrong' })

    expect(await checkResetLink(world, token)).toBe(false)
    expect(await resetPassword(world, { token, password: 'a treia parola lungă' })).toEqual({ ok: false, refusal: 'ended' })
  })

  test('used twenty times at once works once', async () => {
    const { email } = await createTeacher()
    const token = await askForLink(email)
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => resetPassword(world, { token, password: `parola numărul ${at}` })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const winner = answers.findIndex(({ ok }) => ok)
    expect(await signIn(world, { email, password: `parola numărul ${winner}`, address: newAddress() })).toMatchObject({ ok: true })
  })

  test('lives for thirty minutes from its sending, and not for one more', async () => {
    const { email } = await createTeacher()
    world.setNow('2026-11-22T10:00:00Z')
    await requestPasswordReset(world, { email, address: newAddress() })
    // The mail server was down for two hours.
    world.setNow('2026-11-22T12:00:00Z')
    const [mail] = await sendAll()
    const token = /password-reset\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
    world.setNow('2026-11-22T12:29:59Z')
    expect(await checkResetLink(world, token)).toBe(true)
    world.setNow('2026-11-22T12:31:00Z')
    expect(await checkResetLink(world, token)).toBe(false)
    expect(await resetPassword(world, { token, password: 'alt cal alta baterie' })).toEqual({ ok: false, refusal: 'ended' })
    expect(await signIn(world, { email, password, address: newAddress() })).toMatchObject({ ok: true })
    world.setNow('2026-11-22T10:00:00Z')
  })

  test('ends with another one that was used', async () => {
    const { email } = await createTeacher()
    const first = await askForLink(email)
    const second = await askForLink(email)
    expect(first).not.toBe(second)
    expect(await resetPassword(world, { token: second, password: 'alt cal alta baterie' })).toMatchObject({ ok: true })
    expect(await checkResetLink(world, first)).toBe(false)
  })

  test('is not used up by a password that is refused', async () => {
    const { email } = await createTeacher()
    const token = await askForLink(email)
    for (const [weak, fault] of [['scurta', 'short'], ['a'.repeat(200), 'long'], ['parola12345', 'common'], [email, 'common']] as const) expect(await resetPassword(world, { token, password: weak })).toEqual({ ok: false, refusal: fault })
    expect(await checkResetLink(world, token)).toBe(true)
  })

  test.each(['', 'x', 'a'.repeat(43), 'a'.repeat(20_000), '../../etc/passwd', "' or 1=1 --", 'a\0b', '%00', '😀'.repeat(43)])('%j opens nothing', async (token) => {
    expect(await checkResetLink(world, token)).toBe(false)
    expect(await resetPassword(world, { token, password: 'alt cal alta baterie' })).toEqual({ ok: false, refusal: 'ended' })
  })

  test('is promised to nobody for an unknown address, with the same answer', async () => {
    for (const email of ['nobody@example.org', 'no address', 'a\0@b.ro', '']) expect(await requestPasswordReset(world, { email, address: newAddress() })).toEqual({ ok: true, value: null })
    expect(await sendAll()).toEqual([])
  })

  test('is sent three times an hour at most, with the same answer after that', async () => {
    const { email } = await createTeacher()
    for (let at = 0; at < 5; at++) expect(await requestPasswordReset(world, { email, address: newAddress() })).toEqual({ ok: true, value: null })
    expect(await sendAll()).toHaveLength(3)
  })
})

describe('a mail', () => {
  const ask = (kind: MailKind, subjectId: string, accountId: string) => inTransaction(world.db, (tx) => requestMail(tx, { kind, subjectId, accountId }))

  test('is asked for once however often it is asked for', async () => {
    const { accountId } = await createTeacher()
    const subjectId = randomUUID()
    await Promise.all(Array.from({ length: 10 }, () => ask('certificate-issued', subjectId, accountId)))
    const mails = await world.db.mail.findMany({ where: { subjectId } })
    expect(mails).toHaveLength(1)
    expect(await world.db.event.count({ where: { type: 'mail.requested', subjectId: mails[0]?.id ?? '' } })).toBe(1)
    await sendAll()
  })

  test('is sent once by many workers at once', async () => {
    const holder = await createTeacher()
    const { id: certificateId } = await recordTestCertificate(issuer, { holder })
    await ask('certificate-issued', certificateId, holder.accountId)
    const { id } = await world.db.mail.findFirstOrThrow({ where: { subjectId: certificateId } })
    outbox.length = 0
    const slow: MailWorld = { ...worker, mail: { send: async (mail) => (await new Promise((resolve) => setTimeout(resolve, 100)), void outbox.push(mail)) } }
    await Promise.all(Array.from({ length: 6 }, () => sendMail(slow, id)))
    await sendMail(worker, id)
    expect(outbox).toHaveLength(1)
  })

  test('that no mail server takes is tried again with the same id, and the same link', async () => {
    const { email } = await createTeacher()
    await requestPasswordReset(world, { email, address: newAddress() })
    const { id } = await world.db.mail.findFirstOrThrow({ where: { sentAt: null } })
    const refused: OutgoingMail[] = []
    const down: MailWorld = { ...worker, mail: { send: (mail) => (refused.push(mail), Promise.reject(new Error('451'))) } }
    await expect(sendMail(down, id)).rejects.toThrow('451')
    const sent = await sendAll()
    expect(sent).toEqual(refused)
    expect((await world.db.mail.findUniqueOrThrow({ where: { id } })).sentAt).toEqual(await world.clock())
  })

  test('that does not exist, or tells of what is gone, is nobody’s trouble', async () => {
    outbox.length = 0
    await sendMail(worker, randomUUID())
    const { accountId } = await createTeacher()
    for (const kind of mailKinds) await ask(kind, randomUUID(), accountId)
    expect(await sendAll()).toEqual([])
    expect(await world.db.mail.count({ where: { accountId } })).toBe(0)
  })

  test.each([
    ['ro', 'Certificatul dumneavoastră este gata', '„Pedagogie digitală”', '22 noiembrie 2031'],
    ['en', 'Your certificate is ready', '“Digital pedagogy”', '22 November 2031'],
    ['sv', 'Ditt intyg är klart', '”Digital pedagogy”', '22 november 2031'],
  ] as const)('about a certificate is in the account’s language: %s', async (locale, subject, title, day) => {
    const holder = await createTeacher(locale)
    const { id, serial } = await recordTestCertificate(issuer, { holder })
    await ask('certificate-issued', id, holder.accountId)
    const [mail] = await sendAll()
    expect(mail).toMatchObject({ to: holder.email, subject })
    for (const part of [title, day, serial, `https://catedra.test/verify/${serial}`]) expect(mail?.text).toContain(part)
    expect(mail?.text).not.toMatch(/\{\{|undefined|mail:/)
  })

  test.each(['ro', 'en', 'sv'] as const)('about a revocation says why and from when, and names nobody in its subject: %s', async (locale) => {
    const holder = await createTeacher(locale)
    for (const [effect, effectiveOn] of [['void', '2026-11-22'], ['from_date', '2026-11-23']] as const) {
      const { id } = await recordTestCertificate(issuer, { holder })
      await createRevocationFacts(world, id, { effect, effectiveOn })
      await ask('certificate-revoked', id, holder.accountId)
      const [mail] = await sendAll()
      expect(mail?.text).not.toMatch(/\{\{|undefined|mail:/)
      expect(/\b23 (noiembrie|november) 2026/i.test(mail?.text ?? '')).toBe(effect === 'from_date')
      expect(mail?.subject).not.toContain('Ana')
      // What was written to the holder is read behind their password.
      expect(mail?.text).toContain('https://catedra.test/certificates')
      expect(mail?.text).not.toContain('Înregistrat de două ori')
    }
  })

  test('that should long have been sent is found by the sweep', async () => {
    const { accountId } = await createTeacher()
    await sendAll()
    await ask('certificate-issued', randomUUID(), accountId)
    await world.db.mail.updateMany({ where: { sentAt: null }, data: { createdAt: new Date('2026-11-22T09:58:00Z') } })
    expect(await listUnsentMails(world, 60, 10)).toHaveLength(1)
    expect(await listUnsentMails(world, 180, 10)).toHaveLength(0)
    expect(await listUnsentMails(world, 60, 0)).toHaveLength(0)
    await world.db.mail.updateMany({ where: { sentAt: null }, data: { createdAt: new Date('2026-11-17T09:58:00Z') } })
    expect(await listUnsentMails(world, 60, 10)).toHaveLength(0)
  })
})
