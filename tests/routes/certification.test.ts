import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { importJWK, jwtVerify, type JWK } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import type { OwnCertificate, PublicCertificate } from '#app/core/certification/view.ts'
import { signStatusList } from '#app/features/certification/sign-status-list.server.ts'
import { beginSession } from '#app/platform/http/session.server.ts'
import { useWorld } from '#app/platform/http/world.server.ts'
import * as adminCertificate from '#app/routes/certification/admin-certificate.tsx'
import * as adminCertificates from '#app/routes/certification/admin-certificates.tsx'
import * as pdf from '#app/routes/certification/certificate-pdf.ts'
import * as certificates from '#app/routes/certification/certificates.tsx'
import * as credential from '#app/routes/certification/credential.ts'
import * as did from '#app/routes/certification/did.ts'
import * as jwks from '#app/routes/certification/jwks.ts'
import * as key from '#app/routes/certification/key.ts'
import * as statusList from '#app/routes/certification/status-list.ts'
import * as verifyForm from '#app/routes/certification/verify-form.tsx'
import * as verifyJson from '#app/routes/certification/verify-json.ts'
import * as verify from '#app/routes/certification/verify.tsx'
import { OwnCertificateEntry } from '#app/ui/certificate/own-certificate.tsx'
import { Verification } from '#app/ui/certificate/verification.tsx'
import { Reader } from '#app/ui/reader.tsx'
import { issueTestCertificate, openIssuer, readDocument, recordTestCertificate, type Recorded } from '#tests/factories/certificate.ts'
import { createActor } from '#tests/factories/person.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { at, caught, cookieOf, postTo } from '#tests/setup/requests.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openIssuer(await openTestWorld())
useWorld(world)

const UNKNOWN = '0000-0000-0000-0000-0000-0000'
const MALFORMED = '0000-0000-0000-0000-0000-0001'

const headersOf = async (accountId: string) => ({ cookie: cookieOf(new Response(null, { headers: { 'set-cookie': await beginSession(at('/').request, accountId) } }), '__Host-session') })
const withParams = <A extends { params: Record<string, string> }>(args: A, params: Record<string, string>): A => ({ ...args, params })
const draw = (certificate: PublicCertificate) => renderToStaticMarkup(createElement(Verification, { certificate, issuer: { name: 'Catedra', did: 'did:web:catedra.test' } }))

let issued: Recorded
let pending: Recorded
beforeAll(async () => {
  issued = await issueTestCertificate(world, { name: 'Ștefăniță Țîrlea-Bănățeanu' })
  pending = await recordTestCertificate(world)
})

describe('the public page', () => {
  const load = async (serial: string) => {
    const answer = await verify.loader(withParams(at(`/verify/${serial}`), { serial }))
    return { status: answer.status, data: await answer.json() }
  }

  test('says who, what and until when, and nothing that is nobody’s business', async () => {
    const { status, data } = await load(issued.serial)
    expect(status).toBe(200)
    if (!data.found.ok) throw new Error('not found')
    const html = draw(data.found.value as PublicCertificate)
    for (const shown of ['Certificatul este valabil', 'Ștefăniță Țîrlea-Bănățeanu', 'Pedagogie digitală', '2\u00A0h 40\u00A0min', '22 noiembrie 2026', '22 noiembrie 2031', 'did:web:catedra.test', issued.serial, 'Alege instrumentul după obiectiv (1)', 'data-status="valid"']) expect(html).toContain(shown)
    const { emailTyped } = await world.db.account.findUniqueOrThrow({ where: { id: issued.holder.accountId } })
    for (const secret of [emailTyped, '>92', 'scorePercent', issued.holder.personId, issued.id]) expect(html + JSON.stringify(data)).not.toContain(secret)
  })

  test('draws the rosette of the signed credential', async () => {
    const { sha256 } = await world.db.certificateDocument.findUniqueOrThrow({ where: { certificateId_kind: { certificateId: issued.id, kind: 'jwt' } } })
    const { data } = await load(issued.serial)
    expect(data.found).toMatchObject({ ok: true, value: { hash: sha256 } })
    expect(draw((data.found as { value: PublicCertificate }).value)).toContain(`id="rosette-${sha256.slice(0, 8)}-0"`)
  })

  test('is found by a serial however it is written', async () => {
    expect((await load(issued.serial.toLowerCase().replaceAll('-', ' '))).status).toBe(200)
  })

  test('is a 404 that says so for a serial that was never given out and for none', async () => {
    expect(await load(UNKNOWN)).toMatchObject({ status: 404, data: { found: { ok: false, refusal: 'unknown' }, title: 'Nu există un certificat cu această serie · Catedra' } })
    expect(await load(MALFORMED)).toMatchObject({ status: 404, data: { found: { ok: false, refusal: 'malformed' } } })
    expect((await load('x'.repeat(5000))).data.asked.length).toBeLessThan(100)
  })

  test('is neither kept nor indexed', () => {
    expect(verify.headers({} as never)).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    expect(verify.meta({ data: undefined } as never)).toContainEqual({ name: 'robots', content: 'noindex' })
  })

  test('never asks for itself, and offers to look again only while the certificate is pending', async () => {
    const shown = async (serial: string) => {
      const { data } = await load(serial)
      expect(JSON.stringify(verify.meta({ data } as never))).not.toContain('refresh')
      return draw((data.found as { value: PublicCertificate }).value)
    }
    expect(await shown(pending.serial)).toContain(`<a href="/verify/${pending.serial}" data-pending="/verify/${pending.serial}.json">Vezi dacă e gata</a>`)
    expect(await shown(issued.serial)).not.toContain('data-pending')
  })

  test('gives the same as JSON', async () => {
    const answer = await verifyJson.loader(withParams(at(`/verify/${issued.serial}.json`), { serial: issued.serial }))
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'application/json', 'no-store'])
    expect(await answer.json()).toMatchObject({
      serial: issued.serial,
      status: 'valid',
      holder: 'Ștefăniță Țîrlea-Bănățeanu',
      course: { ro: 'Pedagogie digitală' },
      minutes: 160,
      completedOn: '2026-11-22',
      validUntil: '2031-11-22',
      revokedOn: null,
      issuer: { id: 'did:web:catedra.test', name: 'Catedra' },
      documents: { pdf: `https://catedra.test/certificates/${issued.serial}.pdf`, jwt: `https://catedra.test/credentials/${issued.serial}` },
    })
    for (const serial of [UNKNOWN, MALFORMED]) {
      const missing = await verifyJson.loader(withParams(at('/'), { serial }))
      expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    }
  })
})

describe('the form for a serial', () => {
  test('leads to the page, whatever way the serial or its address was typed', async () => {
    for (const typed of [issued.serial, issued.serial.toLowerCase().replaceAll('-', ''), ` https://catedra.test/verify/${issued.serial} `]) {
      const answer = await verifyForm.action(postTo('/verify', { serial: typed }))
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/verify/${issued.serial}`])
    }
  })

  test.each([['', 'certification:error.serialMissing'], [MALFORMED, 'certification:error.serial'], ['x'.repeat(10_000), 'certification:error.serial'], ['<script>', 'certification:error.serial']])('says what is wrong with %j and keeps what was typed', async (serial, error) => {
    const answer = await verifyForm.action(postTo('/verify', { serial }))
    expect(answer.status).toBe(422)
    expect(await answer.json()).toEqual({ values: { serial }, errors: { serial: error } })
  })
})

describe('documents', () => {
  test('are the stored bytes, the same each time, under their own types', async () => {
    for (const [load, serial, kind, type] of [
      [pdf.loader, issued.serial, 'pdf', 'application/pdf'],
      [credential.loader, issued.serial, 'jwt', 'application/vc+jwt'],
      [credential.loader, `${issued.serial}.json`, 'jsonld', 'application/vc+ld+json'],
    ] as const) {
      const answer = await load(withParams(at('/'), { serial }))
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-robots-tag')]).toEqual([200, type, 'noindex'])
      expect(Buffer.from(await answer.arrayBuffer()).equals(await readDocument(world, issued.id, kind))).toBe(true)
    }
    const answer = await pdf.loader(withParams(at('/'), { serial: issued.serial.toLowerCase() }))
    expect(answer.headers.get('content-disposition')).toBe(`inline; filename="certificat-${issued.serial}.pdf"`)
  })

  test('that are being made say so, in the reader’s language', async () => {
    const answer = await pdf.loader(withParams(at('/', { cookie: 'lang=en' }), { serial: pending.serial }))
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([202, '3', 'The certificate is being prepared. Try again in a few seconds.\n'])
    expect((await credential.loader(withParams(at('/'), { serial: pending.serial }))).status).toBe(404)
  })

  test('of no certificate are not found', async () => {
    for (const serial of [UNKNOWN, MALFORMED, '', '../../etc/passwd']) {
      expect((await pdf.loader(withParams(at('/'), { serial }))).status).toBe(404)
      expect((await credential.loader(withParams(at('/'), { serial }))).status).toBe(404)
    }
  })
})

describe('what a verifier needs', () => {
  test('is at the addresses that the credential names', async () => {
    const jwt = (await readDocument(world, issued.id, 'jwt')).toString()
    const { kid } = JSON.parse(Buffer.from(jwt.split('.')[0]!, 'base64url').toString()) as { kid: string }
    const answer = await key.loader(withParams(at('/'), { kid: kid.split('/').at(-1)! }))
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const jwk = (await answer.json()) as JWK
    await jwtVerify(jwt, await importJWK(jwk, 'RS256'), { currentDate: await world.clock() })
    expect((await (await jwks.loader()).json()) as object).toMatchObject({ keys: expect.arrayContaining([jwk]) as unknown })
    expect((await (await did.loader()).json()) as object).toMatchObject({ id: 'did:web:catedra.test', assertionMethod: expect.arrayContaining([`did:web:catedra.test#${jwk.kid}`]) as unknown })
    expect((await key.loader(withParams(at('/'), { kid: 'none' }))).status).toBe(404)
  })

  test('includes the status list, kept for a minute at most', async () => {
    const answer = await statusList.loader(withParams(at('/'), { list: '1' }))
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'application/vc+jwt', 'public, max-age=60'])
    for (const list of ['0', '2', 'x', '1e3', '99999999999']) expect((await statusList.loader(withParams(at('/'), { list }))).status).toBe(404)
  })
})

describe('one’s own list', () => {
  const load = async (accountId: string) => {
    const answer = await certificates.loader(at('/certificates', await headersOf(accountId)))
    return answer.json()
  }

  test('needs an account', async () => {
    expect((await caught(certificates.loader(at('/certificates')))).headers.get('location')).toBe('/login?next=%2Fcertificates')
  })

  test('shows one’s own certificates with their links, and nobody else’s', async () => {
    const data = await load(issued.holder.accountId)
    expect(data.certificates.map(({ serial }) => serial)).toEqual([issued.serial])
    const html = renderToStaticMarkup(createElement(OwnCertificateEntry, { certificate: data.certificates[0] as OwnCertificate }))
    for (const shown of [`href="/verify/${issued.serial}"`, `href="/certificates/${issued.serial}.pdf"`, 'Valabil', '92\u00A0%']) expect(html).toContain(shown)
    const english = renderToStaticMarkup(createElement(Reader, { locale: 'en', children: createElement(OwnCertificateEntry, { certificate: data.certificates[0] as OwnCertificate }) }))
    expect(english).toContain('<dd>92%</dd>')
    expect(html).not.toContain('data-pending')
  })

  test('asks where one teaches only for a certificate that would count', async () => {
    const course = await publishTestCourse(world, { id: 'TC', slug: 'tema-de-cultura', countsTowardIndicator: false })
    const uncounted = await recordTestCertificate(world, { course })
    expect(await load(uncounted.holder.accountId)).toMatchObject({ certificates: [{ countsTowardIndicator: false }], lacksPost: false })
    expect(await load(pending.holder.accountId)).toMatchObject({ certificates: [{ countsTowardIndicator: true }], lacksPost: true })
  })

  test('says once that something is being prepared, and offers to look again', async () => {
    const data = await load(pending.holder.accountId)
    expect(JSON.stringify(certificates.meta({ data } as never))).not.toContain('refresh')
    const html = renderToStaticMarkup(createElement(OwnCertificateEntry, { certificate: data.certificates[0] as OwnCertificate }))
    expect(html.split('Se pregătește')).toHaveLength(2)
    expect(html).toContain(`<a href="/certificates" data-pending="/verify/${pending.serial}.json">`)
    expect(html).not.toContain('.pdf')
  })
})

describe('the register', () => {
  const revocation = (serial: string, fields: Record<string, string>, headers: Record<string, string>) => withParams(postTo(`/admin/certificates/${serial}/revocation`, fields, headers), { serial })
  const good = { reason: 'error', effect: 'void', effectiveOn: '', note: 'Înregistrat de două ori.' }

  test('is closed to everybody but administrators', async () => {
    for (const role of ['teacher', 'trainer', 'analyst'] as const) {
      const headers = await headersOf((await createActor(world, role)).accountId)
      const open = withParams(at('/admin/certificates/x', headers), { serial: issued.serial })
      for (const ask of [
        () => adminCertificates.loader(at('/admin/certificates', headers)),
        () => adminCertificates.action(postTo('/admin/certificates', { serial: issued.serial }, headers)),
        () => adminCertificate.loader(open),
        () => adminCertificate.action(revocation(issued.serial, good, headers)),
      ]) {
        expect((await caught(ask())).status).toBe(403)
      }
    }
    expect((await caught(adminCertificate.action(revocation(issued.serial, good, {})))).status).toBe(302)
    expect(await world.db.revocation.count()).toBe(0)
  })

  test('finds by serial alone', async () => {
    const headers = await headersOf((await createActor(world, 'administrator')).accountId)
    const found = await adminCertificates.action(postTo('/admin/certificates', { serial: issued.serial.toLowerCase() }, headers))
    expect(found.headers.get('location')).toBe(`/admin/certificates/${issued.serial}`)
    expect((await adminCertificates.action(postTo('/admin/certificates', { serial: 'Ștefăniță' }, headers))).status).toBe(422)
    expect((await caught(adminCertificate.loader(withParams(at('/', headers), { serial: UNKNOWN })))).status).toBe(404)
  })

  test('refuses a revocation that says too little, and keeps what was typed', async () => {
    const headers = await headersOf((await createActor(world, 'administrator')).accountId)
    for (const [change, errors] of [
      [{ reason: '' }, { reason: 'certification:error.reason' }],
      [{ reason: '__proto__' }, { reason: 'certification:error.reason' }],
      [{ effect: 'later' }, { effect: 'certification:error.effect' }],
      [{ note: '  ' }, { note: 'certification:error.note' }],
      [{ note: 'x'.repeat(1001) }, { note: 'certification:error.noteLong' }],
      [{ effect: 'from_date' }, { effectiveOn: 'certification:error.date_missing' }],
      [{ effect: 'from_date', effectiveOn: '2026-02-30' }, { effectiveOn: 'certification:error.day' }],
      [{ effect: 'from_date', effectiveOn: '2026-11-23' }, { effectiveOn: 'certification:error.date_in_future' }],
      [{ effect: 'from_date', effectiveOn: '2026-11-21' }, { effectiveOn: 'certification:error.date_before_certificate' }],
    ] as [Partial<typeof good>, Record<string, string>][]) {
      const answer = await adminCertificate.action(revocation(issued.serial, { ...good, ...change }, headers))
      expect(answer.status).toBe(422)
      expect(await answer.json()).toEqual({ values: { ...good, ...change }, errors })
    }
    expect(await world.db.revocation.count()).toBe(0)
  })

  test('keeps any note that the database can, without its control characters', async () => {
    const headers = await headersOf((await createActor(world, 'administrator')).accountId)
    const { id, serial } = await issueTestCertificate(world)
    expect((await adminCertificate.action(revocation(serial, { ...good, note: '\0' }, headers))).status).toBe(422)
    expect((await adminCertificate.action(revocation(serial, { ...good, note: 'a\0b\x1b\r\nc' }, headers))).status).toBe(303)
    expect(await world.db.revocation.findUniqueOrThrow({ where: { certificateId: id } })).toMatchObject({ note: 'ab\nc' })
  })

  test('revokes, shows it, and the next look at the public page and at the list tells everybody', async () => {
    const admin = await createActor(world, 'administrator')
    const headers = await headersOf(admin.accountId)
    const { id, serial } = await issueTestCertificate(world)
    const answer = await adminCertificate.action(revocation(serial, good, headers))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/admin/certificates/${serial}`])
    const shown = await (await adminCertificate.loader(withParams(at('/', headers), { serial }))).json()
    expect(shown.certificate).toMatchObject({ status: 'revoked', revocation: { reason: 'error', note: 'Înregistrat de două ori.' } })
    const page = await (await verify.loader(withParams(at('/'), { serial }))).json()
    expect(draw((page.found as { value: PublicCertificate }).value)).toContain('Certificatul a fost revocat')
    expect(await (await verifyJson.loader(withParams(at('/'), { serial }))).json()).toMatchObject({ status: 'revoked', revokedOn: '2026-11-22' })
    const before = await (await statusList.loader(withParams(at('/'), { list: '1' }))).text()
    await signStatusList(world, 1)
    expect(await (await statusList.loader(withParams(at('/'), { list: '1' }))).text()).not.toBe(before)
    expect((await credential.loader(withParams(at('/'), { serial }))).status).toBe(200)
    const again = await adminCertificate.action(revocation(serial, good, headers))
    expect([again.status, await again.json()]).toEqual([422, { values: good, errors: { form: 'certification:error.already_revoked' } }])
    expect(await world.db.revocation.count({ where: { certificateId: id, accountId: admin.accountId } })).toBe(1)
  })
})
