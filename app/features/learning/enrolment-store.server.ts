// Enrolments, what was read in them, and their completion. Every read and write names the person or the enrolment it is for.
import { dayFromDate } from '#app/core/kernel/calendar.ts'
import type { CertificateFacts } from '#app/core/enrolment/enrolment.ts'
import type { Queryable, Transaction } from '#app/platform/db.server.ts'

export type Enrolment = {
  id: string
  personId: string
  versionId: string
  round: number
  withdrawnAt: Date | null
  completion: { certificate: CertificateFacts } | null
}

const fields = {
  id: true,
  personId: true,
  versionId: true,
  round: true,
  withdrawnAt: true,
  completion: {
    select: {
      certificate: { select: { effectiveOn: true, validUntil: true, revocation: { select: { effect: true, effectiveOn: true } } } },
    },
  },
} as const

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>

async function findRow(db: Queryable, where: { id: string } | { personId: string; course: { slug: string } }) {
  return await db.enrolment.findFirst({ where, orderBy: { round: 'desc' }, select: fields })
}

function toEnrolment({ completion, ...row }: Row): Enrolment {
  if (!completion) return { ...row, completion: null }
  const { certificate } = completion
  if (!certificate) throw new Error(`the completion of enrolment ${row.id} has no certificate`)
  const { effectiveOn, validUntil, revocation } = certificate
  // A void certificate never counted: its revocation holds from its own first day.
  const revokedFrom = revocation && dayFromDate(revocation.effect === 'void' ? effectiveOn : revocation.effectiveOn)
  return { ...row, completion: { certificate: { validUntil: validUntil && dayFromDate(validUntil), revokedFrom } } }
}

/** A person's last round of a course. */
export async function findEnrolment(db: Queryable, personId: string, courseSlug: string): Promise<Enrolment | null> {
  const row = await findRow(db, { personId, course: { slug: courseSlug } })
  return row && toEnrolment(row)
}

/** The id of the same, held until the transaction ends: one thing at a time happens in an enrolment. */
export async function lockEnrolmentId(tx: Transaction, personId: string, courseSlug: string): Promise<string | null> {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select enrolment.id from enrolment join course on course.id = enrolment.course_id
    where enrolment.person_id = ${personId}::uuid and course.slug = ${courseSlug}
    order by enrolment.round desc limit 1 for update of enrolment`
  return locked?.id ?? null
}

/** As it stands once it is held. */
export async function lockEnrolment(tx: Transaction, personId: string, courseSlug: string): Promise<Enrolment | null> {
  const id = await lockEnrolmentId(tx, personId, courseSlug)
  return id === null ? null : await getEnrolment(tx, id)
}

/** @throws when there is no such enrolment */
export async function getEnrolment(db: Queryable, enrolmentId: string): Promise<Enrolment> {
  const row = await findRow(db, { id: enrolmentId })
  if (!row) throw new Error(`no enrolment ${enrolmentId}`)
  return toEnrolment(row)
}

/** Every course a person ever enrolled in, by its id, in its last round. */
export async function listEnrolments(db: Queryable, personId: string): Promise<Map<string, Enrolment>> {
  const rows = await db.enrolment.findMany({ where: { personId }, orderBy: { round: 'asc' }, select: { ...fields, courseId: true } })
  return new Map(rows.map(({ courseId, ...row }) => [courseId, toEnrolment(row)]))
}

/** Of two that begin the same round at once, one does and both find it begun. */
export async function insertEnrolment(tx: Transaction, enrolment: { personId: string; courseId: string; versionId: string; round: number; enrolledAt: Date }): Promise<void> {
  await tx.enrolment.createMany({ data: enrolment, skipDuplicates: true })
}

export async function setWithdrawn(tx: Transaction, enrolmentId: string, withdrawnAt: Date | null): Promise<void> {
  await tx.enrolment.update({ where: { id: enrolmentId }, data: { withdrawnAt } })
}

export async function listReadings(db: Queryable, enrolmentId: string): Promise<Set<string>> {
  const rows = await db.lessonReading.findMany({ where: { enrolmentId }, select: { lessonKey: true } })
  return new Set(rows.map((row) => row.lessonKey))
}

/** The first reading stays. */
export async function insertReading(tx: Transaction, enrolmentId: string, lessonKey: string, readAt: Date): Promise<void> {
  await tx.lessonReading.createMany({ data: { enrolmentId, lessonKey, readAt }, skipDuplicates: true })
}

/** The id of the completion. @throws when the enrolment was completed before */
export async function insertCompletion(tx: Transaction, enrolmentId: string, completedAt: Date): Promise<string> {
  const { id } = await tx.completion.create({ data: { enrolmentId, completedAt }, select: { id: true } })
  return id
}
