// Certificates as the indicator sees them: rows with the least that the schema asks for, recorded now. Not for reading or signing.
import { randomUUID } from 'node:crypto'
import { dateFromDay, dayOf, type Day } from '#app/core/kernel/calendar.ts'
import type { Theme } from '#app/core/kernel/dimensions.ts'
import { markFactsChanged } from '#app/features/registry/mark-facts-changed.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { TestWorld } from '#tests/setup/world.ts'

const STATUS_LIST = 900
let statusIndex = 0

type Version = { courseId: string; versionId: string }

const versions = new Map<string, Promise<Version>>()

/** One course for each theme and qualification in each database. */
function versionOf(world: TestWorld, theme: Theme, countsTowardIndicator: boolean): Promise<Version> {
  const courseId = `facts-${theme}-${countsTowardIndicator}`
  const key = `${world.databaseUrl} ${courseId}`
  if (!versions.has(key)) versions.set(key, createVersion(world, courseId, theme, countsTowardIndicator))
  return versions.get(key)!
}

async function createVersion({ db }: TestWorld, courseId: string, theme: Theme, countsTowardIndicator: boolean): Promise<Version> {
  await db.$executeRaw`insert into status_list (id) values (${STATUS_LIST}) on conflict do nothing`
  const text = { ro: courseId }
  const version = { number: 1, contentHash: courseId, isMaterial: true, theme, title: text, summary: text, minutes: 500, passPercent: 70, countsTowardIndicator, licence: 'CC-BY-4.0', authors: [] }
  const course = await db.course.create({ data: { id: courseId, slug: courseId, versions: { create: version } }, include: { versions: true } })
  return { courseId, versionId: course.versions[0]!.id }
}

export type CertificateFactsIn = { theme?: Theme; countsTowardIndicator?: boolean; effectiveOn?: string; validUntil?: string | null }

/** Effective today and without end when nothing else is said. */
export async function createCertificateFacts(world: TestWorld, personId: string, { theme = 'digital_pedagogy', countsTowardIndicator = true, effectiveOn, validUntil = null }: CertificateFactsIn = {}): Promise<string> {
  const at = await world.clock()
  const index = ++statusIndex
  const { courseId, versionId } = await versionOf(world, theme, countsTowardIndicator)
  const id = randomUUID()
  await inTransaction(world.db, async (tx) => {
    await tx.$executeRaw`
      with enrolled as (
        insert into enrolment (id, person_id, course_id, version_id, round, enrolled_at) values (gen_random_uuid(), ${personId}::uuid, ${courseId}, ${versionId}::uuid, ${index}, ${at}) returning id
      ), completed as (
        insert into completion (id, enrolment_id, completed_at) select gen_random_uuid(), id, ${at} from enrolled returning id
      )
      insert into certificate (id, serial, completion_id, person_id, course_id, version_id, holder_name, holder_email, course_title, theme, minutes, score_percent, outcomes,
        completed_at, effective_on, valid_until, counts_toward_indicator, recorded_at, status_list_id, status_index)
      select ${id}::uuid, ${id}, completed.id, ${personId}::uuid, ${courseId}, ${versionId}::uuid, '-', '-', '{}', ${theme}, 500, 100, '[]',
        ${at}, ${effectiveOn ?? dayOf(at)}::date, ${validUntil}::date, ${countsTowardIndicator}, ${at}, ${STATUS_LIST}, ${index}
      from completed`
    await markFactsChanged(tx, personId, at)
  })
  return id
}

/** Revoked now. From today when nothing else is said. */
export async function createRevocationFacts(world: TestWorld, certificateId: string, { effect, effectiveOn }: { effect: 'void' | 'from_date'; effectiveOn?: string }): Promise<void> {
  const at = await world.clock()
  await inTransaction(world.db, async (tx) => {
    const { personId } = await tx.certificate.findUniqueOrThrow({ where: { id: certificateId } })
    await tx.revocation.create({ data: { certificateId, effect, effectiveOn: dateFromDay((effectiveOn ?? dayOf(at)) as Day), reason: 'error', note: 'Înregistrat de două ori.', accountId: randomUUID(), recordedAt: at } })
    await markFactsChanged(tx, personId, at)
  })
}
