// Certificates as they are recorded, and the one step they take: from pending to issued.
import { storedFacts, type CertificateFacts } from '#app/core/certification/facts.ts'
import type { RevocationEffect, RevocationReason } from '#app/core/certification/revocation.ts'
import type { Serial } from '#app/core/certification/serial.ts'
import { dateFromDay, dayFromDate, type Day } from '#app/core/kernel/calendar.ts'
import type { Queryable, Transaction } from '#app/platform/db.server.ts'

export type Revocation = { reason: RevocationReason; effect: RevocationEffect; effectiveOn: Day; note: string; recordedAt: Date }

export type Certificate = CertificateFacts & {
  id: string
  isIssued: boolean
  revocation: Revocation | null
  /** Hexadecimal SHA-256 of the signed credential; null until it is issued. */
  hash: string | null
}

const included = { revocation: true, documents: { where: { kind: 'jwt' }, select: { sha256: true } } } as const

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>

function readRow(db: Queryable, id: string) {
  return db.certificate.findUnique({ where: { id }, include: included })
}

function fromRow({ state, issuedAt: _, documents, revocation, ...row }: Row): Certificate {
  return {
    ...row,
    ...storedFacts.parse(row),
    serial: row.serial as Serial,
    effectiveOn: dayFromDate(row.effectiveOn),
    validUntil: row.validUntil && dayFromDate(row.validUntil),
    isIssued: state === 'issued',
    revocation: revocation && { ...revocation, reason: revocation.reason as RevocationReason, effectiveOn: dayFromDate(revocation.effectiveOn) },
    hash: documents[0]?.sha256 ?? null,
  }
}

/** The new certificate's id; null, and nothing written, when its completion has one or its serial or place is taken. */
export async function insertCertificate(tx: Transaction, { effectiveOn, validUntil, outcomes, ...facts }: CertificateFacts): Promise<string | null> {
  const [row] = await tx.certificate.createManyAndReturn({
    data: [{ ...facts, outcomes: [...outcomes], effectiveOn: dateFromDay(effectiveOn), validUntil: validUntil && dateFromDay(validUntil) }],
    skipDuplicates: true,
    select: { id: true },
  })
  return row?.id ?? null
}

export async function findIdByCompletion(tx: Transaction, completionId: string): Promise<string | null> {
  return (await tx.certificate.findUnique({ where: { completionId }, select: { id: true } }))?.id ?? null
}

export async function findCertificate(db: Queryable, id: string): Promise<Certificate | null> {
  const row = await readRow(db, id)
  return row && fromRow(row)
}

export async function findCertificateBySerial(db: Queryable, serial: Serial): Promise<Certificate | null> {
  const row = await db.certificate.findUnique({ where: { serial }, include: included })
  return row && fromRow(row)
}

export async function listCertificatesOf(db: Queryable, personId: string, limit: number): Promise<Certificate[]> {
  return (await db.certificate.findMany({ where: { personId }, include: included, orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }], take: limit })).map(fromRow)
}

export async function listLatestCertificates(db: Queryable, limit: number): Promise<Certificate[]> {
  return (await db.certificate.findMany({ include: included, orderBy: { id: 'desc' }, take: limit })).map(fromRow)
}

/** The day from which each of these is superseded: a newer one of the same person and course, not revoked, took effect. */
export async function listSupersessions(db: Queryable, ids: string[]): Promise<Map<string, Day>> {
  const rows = await db.$queryRaw<{ id: string; on: Date }[]>`
    select old.id, min(new.effective_on) as on
    from certificate old
    join certificate new on new.person_id = old.person_id and new.course_id = old.course_id and (new.recorded_at, new.id) > (old.recorded_at, old.id)
    where old.id = any(${ids}::uuid[]) and not exists (select from revocation where certificate_id = new.id)
    group by old.id`
  return new Map(rows.map(({ id, on }) => [id, dayFromDate(on)]))
}

export async function listPendingIds(db: Queryable, recordedBefore: Date, limit: number): Promise<string[]> {
  const rows = await db.certificate.findMany({ where: { state: 'pending', recordedAt: { lt: recordedBefore } }, orderBy: { recordedAt: 'asc' }, take: limit, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** Locks the certificate and tells whether it is still to be issued. */
export async function lockPending(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`select id from certificate where id = ${id}::uuid and state = 'pending' for update`
  return rows.length > 0
}

/** Locks the certificate of this serial; null when there is none. */
export async function lockCertificate(tx: Transaction, serial: Serial): Promise<Certificate | null> {
  await tx.$queryRaw`select id from certificate where serial = ${serial} for update`
  return findCertificateBySerial(tx, serial)
}

export async function setIssued(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.certificate.update({ where: { id }, data: { state: 'issued', issuedAt: at } })
}

/** What a person is called and where mail reaches them now; an account is what mail needs. */
export async function getHolder(tx: Transaction, personId: string): Promise<{ name: string; email: string }> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true, account: { select: { emailTyped: true } } } })
  return { name: person.name, email: person.account?.emailTyped ?? '' }
}

export async function findAccountId(tx: Transaction, personId: string): Promise<string | null> {
  return (await tx.account.findUnique({ where: { personId }, select: { id: true } }))?.id ?? null
}
