import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { findCertificate } from '#app/features/certification/certificate-store.server.ts'
import { findPublicCertificate } from '#app/features/certification/find-public-certificate.server.ts'
import { issueCertificate } from '#app/features/certification/issue-certificate.server.ts'
import { writeDocuments } from '#app/features/certification/write-documents.server.ts'
import type { Database } from '#app/platform/db.server.ts'
import { issueTestCertificate, openIssuer, readDocument, recordTestCertificate, type Recorded } from '#tests/factories/certificate.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openIssuer(await openTestWorld())

async function countOf(certificateId: string) {
  return {
    documents: await world.db.certificateDocument.count({ where: { certificateId } }),
    mails: await world.db.mail.count({ where: { kind: 'certificate-issued', subjectId: certificateId } }),
    mailEvents: await world.db.event.count({ where: { type: 'mail.requested', subjectId: { in: (await world.db.mail.findMany({ where: { subjectId: certificateId } })).map(({ id }) => id) } } }),
    issued: await world.db.certificate.count({ where: { id: certificateId, state: 'issued', issuedAt: { not: null } } }),
  }
}

const oneOfEach = { documents: 3, mails: 1, mailEvents: 1, issued: 1 }

describe('issuing', () => {
  test('makes three documents, one mail, and a certificate that is issued', async () => {
    const { id } = await issueTestCertificate(world)
    expect(await countOf(id)).toEqual(oneOfEach)
    for (const { bytes, sha256 } of await world.db.certificateDocument.findMany({ where: { certificateId: id } })) {
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
  })

  test('run ten times at once and once more it has done the same', async () => {
    const { id } = await recordTestCertificate(world)
    await Promise.all(Array.from({ length: 10 }, () => issueCertificate(world, id)))
    const before = await readDocument(world, id, 'pdf')
    await issueCertificate(world, id)
    expect(await countOf(id)).toEqual(oneOfEach)
    expect((await readDocument(world, id, 'pdf')).equals(before)).toBe(true)
  })

  test('makes the same bytes from the same row, at another time as well', async () => {
    const { id } = await issueTestCertificate(world)
    world.setNow('2027-03-03T03:03:03Z')
    const again = await writeDocuments(world, (await findCertificate(world.db, id))!)
    world.setNow('2026-11-22T10:00:00Z')
    for (const kind of ['jwt', 'jsonld', 'pdf'] as const) expect(again[kind].equals(await readDocument(world, id, kind))).toBe(true)
  })

  test('killed at any step leaves nothing half done, and the next run finishes', async () => {
    for (const step of ['certificateDocument.createMany', 'certificate.update', 'mail', 'event.create']) {
      const { id } = await recordTestCertificate(world)
      await expect(issueCertificate({ ...world, db: failingAt(world.db, step) }, id)).rejects.toThrow(`killed at ${step}`)
      expect(await countOf(id)).toEqual({ documents: 0, mails: 0, mailEvents: 0, issued: 0 })
      await issueCertificate(world, id)
      expect(await countOf(id)).toEqual(oneOfEach)
    }
  })

  test('of a certificate that is not there does nothing and warns', async () => {
    const warned: unknown[] = []
    await issueCertificate({ ...world, log: { ...world.log, warn: (about: unknown) => void warned.push(about) } as never }, '0190b3d0-0000-7000-8000-000000000000')
    expect(warned).toEqual([{ certificateId: '0190b3d0-0000-7000-8000-000000000000' }])
  })

  test('finds its status list signed, whatever became of the job that should sign it', async () => {
    await issueTestCertificate(world)
    const { jwt } = await world.db.statusList.findUniqueOrThrow({ where: { id: 1 } })
    const payload = JSON.parse(Buffer.from(jwt!.split('.')[1]!, 'base64url').toString()) as { credentialSubject: { encodedList: string } }
    const bits = gunzipSync(Buffer.from(payload.credentialSubject.encodedList.slice(1), 'base64url'))
    expect(bits.length * 8).toBe(131_072)
    expect(bits.every((byte) => byte === 0)).toBe(true)
  })

  test('sends nobody a mail when the person has no account', async () => {
    const { id, holder } = await recordTestCertificate(world)
    await world.db.account.delete({ where: { id: holder.accountId } })
    await issueCertificate(world, id)
    expect(await countOf(id)).toEqual({ ...oneOfEach, mails: 0, mailEvents: 0 })
  })
})

/** The database of a process that dies at a write of a transaction: everything in it is lost. */
function failingAt(db: Database, step: string): Database {
  const [model, method] = step.split('.') as [string, string | undefined]
  const failing = (inner: object): object =>
    new Proxy(inner, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (name !== model) return typeof value === 'function' ? (value.bind(target) as unknown) : value
        return new Proxy(value as object, {
          get: (table, called) => (!method || called === method ? () => Promise.reject(new Error(`killed at ${step}`)) : (Reflect.get(table, called) as unknown)),
        })
      },
    })
  return new Proxy(db, {
    get(target, name) {
      if (name !== '$transaction') return Reflect.get(target, name) as unknown
      return (work: (tx: object) => Promise<unknown>, options: object) => target.$transaction((tx) => work(failing(tx)), options)
    },
  })
}

describe('the PDF', () => {
  let recorded: Recorded
  let text = ''
  let info = ''

  beforeAll(async () => {
    recorded = await issueTestCertificate(world, { name: 'Ștefăniță Țîrlea-Bănățeanu' })
    const pdf = await readDocument(world, recorded.id, 'pdf')
    text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString()
    info = execFileSync('pdfinfo', ['-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString()
  })

  test('says exactly who, in Romanian letters with a comma below', () => {
    expect(text).toContain('Ștefăniță Țîrlea-Bănățeanu')
    expect(text).not.toMatch(/[şţŞŢ]/)
  })

  test('says what, how much, when and until when, and what it is not', () => {
    for (const said of ['Certificat de finalizare', 'Pedagogie digitală', '2 h 40 min', '22 noiembrie 2026', '22 noiembrie 2031', 'promovat', 'Alege instrumentul după obiectiv (2)', '3.1', 'B1', '„atestat de formare continuă']) {
      expect(text.replaceAll('\u00A0', ' ')).toContain(said)
    }
    expect(text.replaceAll(recorded.serial, '')).not.toMatch(/\b92\b/)
    expect(text).not.toContain('@')
  })

  test('names its serial and the address at which to check it', () => {
    expect(text).toContain(recorded.serial)
    expect(text).toContain('https://catedra.test/verify/')
  })

  test('is tagged, titled, in Romanian and says that it conforms to PDF/UA-1', async () => {
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Title:\s+Certificat de finalizare: Pedagogie digitală/)
    expect(info).toMatch(/CreationDate:.*Nov 22 .*2026/)
    const bytes = (await readDocument(world, recorded.id, 'pdf')).toString('latin1')
    expect(bytes).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(bytes).toContain('/Lang (ro-RO)')
    expect(bytes).toMatch(/\/DisplayDocTitle true/)
  })

  test('takes a name as words, never as markup, and reads nothing of the project', async () => {
    const { id } = await issueTestCertificate(world, { name: '#read("/package.json") *x* $1$ <a> @b' })
    expect(execFileSync('pdftotext', ['-', '-'], { input: await readDocument(world, id, 'pdf'), stdio: ['pipe', 'pipe', 'ignore'] }).toString()).toContain('#read("/package.json") *x* $1$ <a> @b')
  })

  test('is made for a name in a script that no font has, too', async () => {
    const { id } = await issueTestCertificate(world, { name: '张伟' })
    expect(await countOf(id)).toEqual(oneOfEach)
  })

  test('stays on one face and an annex for the longest name', async () => {
    const { id } = await issueTestCertificate(world, { name: 'Maria-Magdalena Constantinescu-Brâncoveanu '.repeat(3).trim().slice(0, 120) })
    expect(execFileSync('pdfinfo', ['-'], { input: await readDocument(world, id, 'pdf'), stdio: ['pipe', 'pipe', 'ignore'] }).toString()).toMatch(/Pages:\s+2\n/)
  })
})

test('the public view holds no address, school or score', async () => {
  const { serial, holder } = await issueTestCertificate(world, { name: 'Ana Pop' })
  const view = await findPublicCertificate(world, serial.toLowerCase())
  const { emailTyped } = await world.db.account.findUniqueOrThrow({ where: { id: holder.accountId } })
  const told = JSON.stringify(view)
  expect(view).toMatchObject({ ok: true, value: { serial, status: 'valid', holder: 'Ana Pop', completedOn: '2026-11-22', validUntil: '2031-11-22' } })
  for (const secret of [emailTyped, holder.personId, 'score']) expect(told).not.toContain(secret)
})

test('a mistyped serial is refused without a look at the database', async () => {
  const blind = { ...world, db: null as never }
  expect(await findPublicCertificate(blind, 'ABCD-EFGH')).toEqual({ ok: false, refusal: 'malformed' })
})
