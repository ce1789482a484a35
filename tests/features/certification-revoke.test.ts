import { gunzipSync } from 'node:zlib'
import { createLocalJWKSet, jwtVerify, type JWK } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { isBitSet } from '#app/core/certification/status-list.ts'
import { describeCertificate } from '#app/features/certification/describe-certificate.server.ts'
import { findIssuedDocument, findSignedStatusList } from '#app/features/certification/find-issued-document.server.ts'
import { findPublicCertificate } from '#app/features/certification/find-public-certificate.server.ts'
import { issueCertificate } from '#app/features/certification/issue-certificate.server.ts'
import { listIssuerKeys } from '#app/features/certification/list-issuer-keys.server.ts'
import { listOwnCertificates } from '#app/features/certification/list-own-certificates.server.ts'
import { listStaleStatusLists } from '#app/features/certification/list-pending-certificates.server.ts'
import { findCertificateFile, listRecentCertificates } from '#app/features/certification/read-register.server.ts'
import { revokeCertificate, type RevocationRequest } from '#app/features/certification/revoke-certificate.server.ts'
import { signStatusList } from '#app/features/certification/sign-status-list.server.ts'
import { issueTestCertificate, openIssuer, readDocument, recordTestCertificate } from '#tests/factories/certificate.ts'
import { createActor } from '#tests/factories/person.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openIssuer(await openTestWorld())
const admin = await createActor(world, 'administrator')

// The first certificate of a process loads fonts, contexts and libraries.
beforeAll(async () => void (await issueTestCertificate(world)))

const request = (serial: string, change: Partial<RevocationRequest> = {}): RevocationRequest => ({ serial, reason: 'error', effect: 'void', note: 'Înregistrat de două ori.', ...change })
const statusOf = async (serial: string) => {
  const found = await findPublicCertificate(world, serial)
  return found.ok ? found.value.status : found.refusal
}
const factsVersionOf = async (personId: string) => (await world.db.person.findUniqueOrThrow({ where: { id: personId } })).factsVersion

async function bitOf(certificateId: string): Promise<boolean> {
  const { statusListId, statusIndex } = await world.db.certificate.findUniqueOrThrow({ where: { id: certificateId } })
  const jwt = await findSignedStatusList(world, statusListId)
  const keys = createLocalJWKSet({ keys: (await listIssuerKeys(world)).map((jwk) => ({ ...jwk, kid: `https://catedra.test/keys/${jwk.kid}` })) as JWK[] })
  const { payload, protectedHeader } = await jwtVerify(jwt!, keys, { issuer: 'did:web:catedra.test', currentDate: await world.clock() })
  expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: `https://catedra.test/keys/${world.keys.rsa.kid}` })
  const address = `https://catedra.test/credentials/status/${statusListId}`
  const subject = payload['credentialSubject'] as Record<string, string>
  expect(payload).toMatchObject({ '@context': ['https://www.w3.org/ns/credentials/v2'], id: address, jti: address, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: 'did:web:catedra.test' })
  expect(subject).toMatchObject({ id: `${address}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: expect.stringMatching(/^u[\w-]+$/) as string })
  return isBitSet(gunzipSync(Buffer.from(subject['encodedList']!.slice(1), 'base64url')), statusIndex)
}

describe('a revocation', () => {
  test('shows at once, sets one bit, changes the facts, tells the holder, and is remembered with its author', async () => {
    const [revoked, other] = [await issueTestCertificate(world), await issueTestCertificate(world)]
    const before = await factsVersionOf(revoked.holder.personId)
    expect(await bitOf(revoked.id)).toBe(false)

    expect(await revokeCertificate(world, admin, request(revoked.serial))).toEqual({ ok: true, value: null })
    expect(await statusOf(revoked.serial)).toBe('revoked')
    expect(await factsVersionOf(revoked.holder.personId)).toBe(before + 1)
    expect(await listStaleStatusLists(world)).toEqual([1])
    expect(await world.db.mail.count({ where: { kind: 'certificate-revoked', subjectId: revoked.id, accountId: revoked.holder.accountId } })).toBe(1)
    expect(await world.db.auditEntry.findMany({ where: { subject: revoked.id } })).toMatchObject([{ accountId: admin.accountId, action: 'certificate.revoke', reason: 'error' }])
    expect(await describeCertificate(world, revoked.id, 'ro')).toMatchObject({ serial: revoked.serial, revocation: { reason: 'error', effect: 'void', effectiveOn: '2026-11-22', note: 'Înregistrat de două ori.' } })

    await signStatusList(world, 1)
    expect([await bitOf(revoked.id), await bitOf(other.id)]).toEqual([true, false])
    expect(await listStaleStatusLists(world)).toEqual([])
    expect(await statusOf(other.serial)).toBe('valid')
  })

  test('keeps the documents, and a replayed job changes nothing', async () => {
    const { id, serial } = await issueTestCertificate(world)
    const before = await readDocument(world, id, 'jwt')
    await revokeCertificate(world, admin, request(serial))
    await issueCertificate(world, id)
    const document = await findIssuedDocument(world, serial, 'jwt')
    expect(document.ok && Buffer.from(document.value.bytes).equals(before)).toBe(true)
    expect(await statusOf(serial)).toBe('revoked')
    expect(await world.db.mail.count({ where: { subjectId: id, kind: 'certificate-issued' } })).toBe(1)
  })

  test('happens once, also when ten ask at once', async () => {
    const { id, serial, holder } = await issueTestCertificate(world)
    const before = await factsVersionOf(holder.personId)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => revokeCertificate(world, admin, request(serial))))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal === 'already_revoked')).toHaveLength(9)
    expect(await world.db.auditEntry.count({ where: { subject: id } })).toBe(1)
    expect(await factsVersionOf(holder.personId)).toBe(before + 1)
  })

  test('from a date is valid until the day before, and the date lies between the certificate and today', async () => {
    const { serial } = await issueTestCertificate(world)
    world.setNow('2026-12-10T10:00:00Z')
    const from = (effectiveOn: string | null) => revokeCertificate(world, admin, request(serial, { effect: 'from_date', effectiveOn: effectiveOn as never }))
    expect(await from('2026-11-21')).toEqual({ ok: false, refusal: 'date_before_certificate' })
    expect(await from('2026-12-11')).toEqual({ ok: false, refusal: 'date_in_future' })
    expect(await from(null)).toEqual({ ok: false, refusal: 'date_missing' })
    expect(await from('2026-12-01')).toEqual({ ok: true, value: null })
    expect(await statusOf(serial)).toBe('revoked')
    world.setNow('2026-11-22T10:00:00Z')
  })

  test('is refused to everybody but administrators, for a serial that is none, and while the certificate is pending', async () => {
    const { serial, holder } = await issueTestCertificate(world)
    for (const role of ['teacher', 'trainer', 'analyst'] as const) {
      expect(await revokeCertificate(world, await createActor(world, role), request(serial))).toEqual({ ok: false, refusal: 'forbidden' })
    }
    expect(await revokeCertificate(world, holder, request(serial))).toEqual({ ok: false, refusal: 'forbidden' })
    expect(await revokeCertificate(world, admin, request('nothing'))).toEqual({ ok: false, refusal: 'unknown' })
    const pending = await recordTestCertificate(world)
    expect(await revokeCertificate(world, admin, request(pending.serial))).toEqual({ ok: false, refusal: 'pending' })
    expect(await statusOf(pending.serial)).toBe('pending')
  })

  test('that is signed while another comes is signed again', async () => {
    const [first, second] = [await issueTestCertificate(world), await issueTestCertificate(world)]
    await revokeCertificate(world, admin, request(first.serial))
    const slow = signStatusList({ ...world, clock: async () => (await revokeCertificate(world, admin, request(second.serial)), world.clock()) }, 1)
    await slow
    expect(await listStaleStatusLists(world)).toEqual([1])
    await Promise.all(Array.from({ length: 5 }, () => signStatusList(world, 1)))
    expect([await bitOf(first.id), await bitOf(second.id)]).toEqual([true, true])
    expect(await listStaleStatusLists(world)).toEqual([])
  })
})

test('a status list that is not there is a warning, not an error', async () => {
  const warned: unknown[] = []
  await signStatusList({ ...world, log: { ...world.log, warn: (about: unknown) => void warned.push(about) } as never }, 999)
  expect(warned).toEqual([{ statusListId: 999 }])
})

test('a certificate expires after its last day and is superseded by a newer one of its course until then', async () => {
  const old = await issueTestCertificate(world)
  world.setNow('2031-11-20T10:00:00Z')
  const renewed = await issueTestCertificate(world, { holder: old.holder })
  expect([await statusOf(old.serial), await statusOf(renewed.serial)]).toEqual(['superseded', 'valid'])
  world.setNow('2031-11-22T21:59:59Z')
  expect(await statusOf(old.serial)).toBe('superseded')
  world.setNow('2031-11-22T22:00:00Z')
  expect(await statusOf(old.serial)).toBe('expired')
  expect((await listOwnCertificates(world, old.holder.personId)).map(({ serial }) => serial)).toEqual([renewed.serial, old.serial])
  world.setNow('2031-11-21T10:00:00Z')
  await revokeCertificate(world, admin, request(renewed.serial))
  expect(await statusOf(old.serial)).toBe('valid')
  world.setNow('2026-11-22T10:00:00Z')
})

test('the holder alone is told the score and the issuer’s message, administrators alone the reason and the place', async () => {
  const { serial, holder } = await issueTestCertificate(world)
  await revokeCertificate(world, admin, request(serial, { reason: 'identity' }))
  expect((await listOwnCertificates(world, holder.personId))[0]).toMatchObject({ serial, scorePercent: 92, reason: 'identity', note: 'Înregistrat de două ori.' })
  expect(await findCertificateFile(world, admin, serial)).toMatchObject({ serial, statusListId: 1, revocation: { reason: 'identity', note: 'Înregistrat de două ori.' } })
  expect((await listRecentCertificates(world, admin))[0]).toMatchObject({ serial })
  expect([await findCertificateFile(world, holder, serial), await listRecentCertificates(world, holder)]).toEqual([null, []])
  expect(JSON.stringify(await findPublicCertificate(world, serial))).not.toMatch(/identity|Înregistrat/)
})
