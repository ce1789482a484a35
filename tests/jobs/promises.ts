// What is promised to a teacher who completes a course, and how tests see that it was kept, once.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect } from 'vitest'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { databaseClock } from '#app/platform/clock.server.ts'
import { openKeys } from '#app/platform/keys.server.ts'
import { createTeacher, takeCourse } from '#tests/factories/learner.ts'
import { createPost, createSchool } from '#tests/factories/person.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { until } from '#tests/setup/until.ts'
import { startWorkerProcess, type WorkerProcess } from '#tests/setup/worker.ts'
import type { TestWorld } from '#tests/setup/world.ts'

/** A killed job is the sweep's after 15 s; a worker starts in 2 s, on a busy machine in many more. */
const KEPT_WITHIN_MS = 150_000
const DEAD_WITHIN_MS = 150_000

const everythingOnce = {
  certificates: ['issued'],
  documents: ['jsonld', 'jwt', 'pdf'],
  areWhole: true,
  mails: [{ isSent: true, isWritten: true }],
  entries: ['1 RO-BC rural primary'],
}

/** Call at the top of a test file. */
export function openPromises(world: TestWorld) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-worker-'))
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
  let slug: string
  let schoolCode: string

  /** The worker's time is the database's. */
  const setRealTime = async () => world.setNow((await databaseClock(world.db)()).toISOString())

  beforeAll(async () => {
    await setRealTime()
    await loadReferenceData(world)
    ;({ slug } = await publishTestCourse(world))
    schoolCode = await createSchool(world)
    openKeys({ SIGNING_KEYS: undefined, DATA_DIR: folder })
  })

  /** A teacher with a main post who has just met the last requirement; gives the person's id. */
  async function completeCourse(): Promise<string> {
    await setRealTime()
    const teacher = await createTeacher(world)
    await createPost(world, teacher.personId, { schoolCode, startsOn: '2026-01-01' })
    await takeCourse(world, teacher, slug)
    return teacher.personId
  }

  async function kept(personId: string) {
    const certificates = await world.db.certificate.findMany({ where: { personId }, include: { documents: true } })
    const documents = certificates.flatMap((certificate) => certificate.documents)
    const mails = await world.db.mail.findMany({ where: { account: { personId } } })
    const entries = await world.db.ledgerEntry.findMany({ where: { personId, theme: 'any' } })
    return {
      certificates: certificates.map(({ state }) => state),
      documents: documents.map(({ kind }) => kind).sort(),
      areWhole: documents.every(({ bytes, sha256 }) => createHash('sha256').update(bytes).digest('hex') === sha256),
      mails: mails.map(({ id, sentAt }) => ({ isSent: sentAt !== null, isWritten: fs.existsSync(path.join(folder, 'mail', `${id}.eml`)) })),
      entries: entries.map(({ delta, countyCode, residence, level }) => `${delta} ${countyCode} ${residence} ${level}`),
    }
  }

  async function isAllKept(personId: string): Promise<boolean> {
    const { certificates, mails, entries } = await kept(personId)
    return certificates[0] === 'issued' && mails[0]?.isSent === true && entries.length > 0
  }

  async function expectAllKeptOnce(people: string[]): Promise<void> {
    for (const personId of people) await until(`everything of ${personId} is kept`, () => isAllKept(personId), KEPT_WITHIN_MS)
    // A late second run would show by now.
    await setTimeout(500)
    for (const personId of people) expect(await kept(personId)).toEqual(everythingOnce)
    expect(fs.readdirSync(path.join(folder, 'mail')).filter((name) => name.endsWith('.eml'))).toHaveLength(await world.db.mail.count())
  }

  /** For each place a teacher completes the course and a worker dies there; the next one finds what it left. At last one lives. */
  async function killAndRecover(env: Record<string, string>, places: readonly (readonly [name: string, killAt: string])[], afterEach: () => Promise<void>): Promise<void> {
    const people: string[] = []
    for (const [name, killAt] of places) {
      people.push(await completeCourse())
      const worker = startWorkerProcess({ ...env, KILL_AT: killAt }, { preload: './tests/jobs/kill-at.ts' })
      const ended = await until(() => `a worker dies ${name}; it said ${worker.said()}`, () => Promise.race([worker.ended, setTimeout(50, null)]), DEAD_WITHIN_MS)
      expect(ended, `killed ${name}; it said ${worker.said()}`).toBe('SIGKILL')
      await afterEach()
    }
    const worker = startWorkerProcess(env)
    await worker.ready
    await expectAllKeptOnce(people)
    await stopInOrder(worker)
  }

  return { env: { DATABASE_URL: world.databaseUrl, DATA_DIR: folder }, completeCourse, kept, expectAllKeptOnce, killAndRecover }
}

export async function stopInOrder(worker: WorkerProcess): Promise<void> {
  worker.kill('SIGTERM')
  expect(await worker.ended).toBe(0)
}

/** Where a worker dies, and how kill-at.ts knows the place: by the SQL of the transaction so far, however it was written. */
export const deaths = {
  eventToldNotMarked: ['with an event told to the queue but not marked', 'before update event set relayed_at'],
  jobBegun: ['with the job of a certificate begun', 'before ^select \\S*certificate\\S*, \\S*"serial"'],
  documentsMade: ['with the documents made but not stored', 'before insert into \\S*certificate_document'],
  documentsStored: ['with the documents stored but not committed', 'before insert into \\S*certificate_document.*commit$'],
  certificateCommitted: ['with the certificate committed but the job not done', 'after insert into \\S*certificate_document.*commit$'],
  mailWritten: ['with a mail written but not in its place', 'before ^rename .*eml$'],
  mailSent: ['with a mail sent but not noted', 'before ^update \\S*mail'],
  ledgerWritten: ['with the ledger written but not committed', 'before insert into \\S*ledger_entry.*commit$'],
  personSynced: ['with a person synced but the job not done', 'after insert into \\S*ledger_entry.*commit$'],
} as const satisfies Record<string, readonly [name: string, killAt: string]>
