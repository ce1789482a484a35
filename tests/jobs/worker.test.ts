// The real worker as a process: killed at its worst moments, with its queue emptied or away, it keeps every promise once.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { databaseClock } from '#app/platform/clock.server.ts'
import { openKeys } from '#app/platform/keys.server.ts'
import { createTeacher, takeCourse } from '#tests/factories/learner.ts'
import { createPost, createSchool } from '#tests/factories/person.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { howToHaveRedis, openTestRedis } from '#tests/setup/redis.ts'
import { until } from '#tests/setup/until.ts'
import { startWorkerProcess, type WorkerProcess } from '#tests/setup/worker.ts'
import { openTestWorld } from '#tests/setup/world.ts'

/** A killed job is the sweep's after 15 s; a worker starts in 2 s, on a busy machine in more. */
const RECOVERED_WITHIN_MS = 60_000

const DEAD_WITHIN_MS = 60_000

const redis = await openTestRedis()
const world = await openTestWorld()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-worker-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

let course: { slug: string }
let schoolCode: string
beforeAll(async () => {
  // The worker's time is the database's.
  world.setNow((await databaseClock(world.db)()).toISOString())
  await loadReferenceData(world)
  course = await publishTestCourse(world)
  schoolCode = await createSchool(world)
  openKeys({ SIGNING_KEYS: undefined, DATA_DIR: folder })
})

const postgresEnv = { DATABASE_URL: world.databaseUrl, DATA_DIR: folder }
const redisEnv = { ...postgresEnv, REDIS_URL: redis?.url ?? '' }

async function completeCourse(): Promise<string> {
  world.setNow((await databaseClock(world.db)()).toISOString())
  const teacher = await createTeacher(world)
  await createPost(world, teacher.personId, { schoolCode, startsOn: '2026-01-01' })
  await takeCourse(world, teacher, course.slug)
  return teacher.personId
}

/** What a teacher has of a completed course. */
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

const everythingOnce = {
  certificates: ['issued'],
  documents: ['jsonld', 'jwt', 'pdf'],
  areWhole: true,
  mails: [{ isSent: true, isWritten: true }],
  entries: ['1 RO-BC rural primary'],
}

const hasAll = async (personId: string) => {
  const { certificates, mails, entries } = await kept(personId)
  return certificates[0] === 'issued' && mails[0]?.isSent === true && entries.length > 0
}

async function waitUntilAllIsKept(people: string[]): Promise<void> {
  for (const personId of people) await until(`everything of ${personId} is kept`, () => hasAll(personId), RECOVERED_WITHIN_MS)
  // A late second run would show by now.
  await new Promise((resolve) => setTimeout(resolve, 500))
  for (const personId of people) expect(await kept(personId)).toEqual(everythingOnce)
}

async function stopInOrder(worker: WorkerProcess): Promise<void> {
  worker.kill('SIGTERM')
  expect(await worker.ended).toBe(0)
}

/** Where a worker dies, and how kill-at.ts knows the place: by the SQL of the transaction so far, however it was written. */
const deaths = [
  ['with an event told to the queue but not marked', 'before update event set relayed_at'],
  ['with the job of a certificate begun', 'before ^select \\S*certificate\\S*, \\S*"serial"'],
  ['with the documents made but not stored', 'before insert into \\S*certificate_document'],
  ['with the documents stored but the certificate not issued', 'after insert into \\S*certificate_document[^;]*$'],
  ['before the certificate is committed', 'before insert into \\S*certificate_document.*commit$'],
  ['after the certificate is committed', 'after insert into \\S*certificate_document.*commit$'],
  ['with a mail written but not in its place', 'before ^rename .*eml$'],
  ['with a mail sent but not noted', 'before ^update \\S*mail'],
  ['with the ledger written but not committed', 'before insert into \\S*ledger_entry.*commit$'],
  ['with a person synced', 'after insert into \\S*ledger_entry.*commit$'],
] as const

async function killEverywhere(env: Record<string, string>, places: readonly (readonly [string, string])[], after: () => Promise<void>): Promise<void> {
  const people: string[] = []
  for (const [name, killAt] of places) {
    people.push(await completeCourse())
    const worker = startWorkerProcess({ ...env, KILL_AT: killAt }, { preload: './tests/jobs/kill-at.ts' })
    await until(`it dies ${name}`, () => Promise.race([worker.ended, false]), DEAD_WITHIN_MS)
    expect(await worker.ended, `killed ${name}; it said ${worker.said()}`).toBe('SIGKILL')
    await after()
  }
  const worker = startWorkerProcess(env)
  await worker.ready
  await waitUntilAllIsKept(people)
  await stopInOrder(worker)
}

describe('a worker', () => {
  test('keeps every promise of a completed course, and stops in order', async () => {
    const worker = startWorkerProcess(postgresEnv)
    await worker.ready
    await waitUntilAllIsKept([await completeCourse(), await completeCourse()])
    await stopInOrder(worker)
    expect(worker.said()).toBe('')
    expect((await world.pool.query("select from pg_stat_activity where datname = current_database() and application_name like 'catedra-%'")).rowCount).toBe(0)
  }, 90_000)

  test('killed anywhere on PostgreSQL leaves nothing undone and nothing done twice', async () => {
    await killEverywhere(postgresEnv, deaths, async () => {})
  }, 300_000)

  test.runIf(redis)(`killed on Redis, and Redis emptied each time, leaves nothing undone and nothing done twice${redis ? '' : ` (${howToHaveRedis})`}`, async () => {
    const places = deaths.filter(([name]) => /begun|before the certificate is committed|not noted/.test(name))
    await killEverywhere(redisEnv, places, () => redis!.flush())
  }, 200_000)

  test.runIf(redis?.power)('keeps its promises while Redis is away', async () => {
    await redis!.power!.off()
    const worker = startWorkerProcess(redisEnv)
    await worker.ready
    const personId = await completeCourse()
    await until('the certificate is issued', async () => (await kept(personId)).certificates[0] === 'issued', RECOVERED_WITHIN_MS)
    await redis!.power!.on()
    await waitUntilAllIsKept([personId])
    await stopInOrder(worker)
  }, 150_000)

  test('goes with the process that started it', async () => {
    const worker = startWorkerProcess(postgresEnv)
    await worker.ready
    worker.disconnect()
    expect(await worker.ended).toBe(0)
  }, 60_000)

  test('does not start with a wrong clock, and says by how much', async () => {
    const worker = startWorkerProcess(postgresEnv, { preload: './tests/jobs/wrong-clock.ts' })
    expect(await worker.ended).toBe(1)
    expect(worker.said()).toMatch(/^Clock: this machine is \d+\.\d s ahead of the database, expected at most 2 s; set it by NTP and start again\n$/)
  }, 60_000)

  test('without a database says what is missing, in one line', async () => {
    const worker = startWorkerProcess({ DATA_DIR: folder, DATABASE_URL: '' })
    expect(await worker.ended).toBe(1)
    expect(worker.said()).toMatch(/^DATABASE_URL: read nothing, expected .*\n$/)
  }, 60_000)
})
