// Certificates as the indicator sees them: rows with the least that the schema asks for, recorded now. Not for reading or signing.
import { randomUUID } from 'node:crypto'
import { dateFromDay, dayOf, type Day } from '#app/core/kernel/calendar.ts'
import type { Theme } from '#app/core/kernel/dimensions.ts'
import { markFactsChanged } from '#app/features/registry/mark-facts-changed.server.ts'
import { inTransaction, type Transaction } from '#app/platform/db.server.ts'
import type { TestWorld } from '#tests/setup/world.ts'

const STATUS_LIST = 900
let statusIndex = 0

async function createVersion(tx: Transaction, theme: Theme, countsTowardIndicator: boolean): Promise<{ courseId: string; versionId: string }> {
  const courseId = `facts-${theme}-${countsTowardIndicator}`
  await tx.$executeRaw`insert into status_list (id) values (${STATUS_LIST}) on conflict do nothing`
  await tx.$executeRaw`insert into course (id, slug) values (${courseId}, ${courseId}) on conflict do nothing`
  const version = await tx.courseVersion.upsert({
    where: { courseId_number: { courseId, number: 1 } },
    create: { courseId, number: 1, contentHash: courseId, isMaterial: true, theme, title: { ro: courseId }, summary: { ro: courseId }, minutes: 500, passPercent: 70, countsTowardIndicator, licence: 'CC-BY-4.0', authors: [] },
    update: {},
  })
  return { courseId, versionId: version.id }
}

export type CertificateFactsIn = { theme?: Theme; countsTowardIndicator?: boolean; effectiveOn?: string; validUntil?: string | null }

/** Effective today and without end when nothing else is said. */
export async function createCertificateFacts(world: TestWorld, personId: string, { theme = 'digital_pedagogy', countsTowardIndicator = true, effectiveOn, validUntil = null }: CertificateFactsIn = {}): Promise<string> {
  const at = await world.clock()
  const index = ++statusIndex
  return inTransaction(world.db, async (tx) => {
    const { courseId, versionId } = await createVersion(tx, theme, countsTowardIndicator)
    const enrolment = await tx.enrolment.create({ data: { personId, courseId, versionId, round: index, completion: { create: { completedAt: at } } }, include: { completion: true } })
    const { id } = await tx.certificate.create({
      data: {
        serial: randomUUID(),
        completionId: enrolment.completion!.id,
        personId,
        courseId,
        versionId,
        holderName: '-',
        holderEmail: '-',
        courseTitle: { ro: courseId },
        theme,
        minutes: 500,
        scorePercent: 100,
        outcomes: [],
        completedAt: at,
        effectiveOn: dateFromDay((effectiveOn ?? dayOf(at)) as Day),
        validUntil: validUntil === null ? null : dateFromDay(validUntil as Day),
        countsTowardIndicator,
        recordedAt: at,
        statusListId: STATUS_LIST,
        statusIndex: index,
      },
    })
    await markFactsChanged(tx, personId, at)
    return id
  })
}

/** Revoked now. From today when nothing else is said. */
export async function createRevocationFacts(world: TestWorld, certificateId: string, { effect, effectiveOn }: { effect: 'void' | 'from_date'; effectiveOn?: string }): Promise<void> {
  const at = await world.clock()
  await inTransaction(world.db, async (tx) => {
    const { personId } = await tx.certificate.findUniqueOrThrow({ where: { id: certificateId } })
    await tx.revocation.create({ data: { certificateId, effect, effectiveOn: dateFromDay((effectiveOn ?? dayOf(at)) as Day), reason: 'error', note: '', accountId: randomUUID(), recordedAt: at } })
    await markFactsChanged(tx, personId, at)
  })
}
