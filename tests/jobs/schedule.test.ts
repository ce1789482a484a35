// What recurs keeps every promise with no queue at all.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerIssuerKeys } from '#app/features/certification/register-issuer-keys.server.ts'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { openKeys } from '#app/platform/keys.server.ts'
import { openMail } from '#app/platform/mail.server.ts'
import type { JobHandlers } from '#app/platform/queue.server.ts'
import { createTeacher, takeCourse } from '#tests/factories/learner.ts'
import { createPost, createSchool } from '#tests/factories/person.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { until } from '#tests/setup/until.ts'
import { openTestWorld } from '#tests/setup/world.ts'
import { handlersIn } from '#workers/registry.ts'
import { schedule } from '#workers/schedule.ts'
import { runOnce, startSchedule, sweeperOf, type Recurring } from '#workers/sweep.ts'
import type { WorkerWorld } from '#workers/world.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-schedule-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const world = await openTestWorld()
const worker: WorkerWorld = Object.assign(world, {
  keys: openKeys({ SIGNING_KEYS: undefined, DATA_DIR: folder }),
  mail: openMail({ DATA_DIR: folder, SMTP_URL: undefined, MAIL_FROM: 'Catedra <catedra@catedra.test>', PUBLIC_URL: world.publicUrl }),
})
const handlers = handlersIn(worker)

/** Seconds after a promise was made. */
async function pass(seconds: number): Promise<void> {
  world.setNow(new Date((await world.clock()).getTime() + seconds * 1000).toISOString())
}

async function run(name: string, by: JobHandlers = handlers): Promise<void> {
  const recurring = schedule.find((candidate) => candidate.name === name)
  if (!recurring) throw new Error(`nothing recurs by the name of ${name}`)
  await runOnce(recurring, worker, sweeperOf(worker, by, new AbortController().signal))
}

let course: { slug: string }
beforeAll(async () => {
  await loadReferenceData(world)
  course = await publishTestCourse(world)
  await registerIssuerKeys(world, worker.keys)
})

/** A teacher with a main post who completes the course; no queue hears of it. */
async function completeCourse(): Promise<{ personId: string }> {
  const teacher = await createTeacher(world)
  await createPost(world, teacher.personId, { schoolCode: await createSchool(world), startsOn: '2026-01-01' })
  await takeCourse(world, teacher, course.slug)
  await world.db.event.deleteMany()
  return teacher
}

const certificateOf = (personId: string) => world.db.certificate.findFirstOrThrow({ where: { personId }, include: { documents: { select: { kind: true } } } })

describe('a sweep', () => {
  test('leaves to the queue what was promised a moment ago, and issues what was promised before', async () => {
    const { personId } = await completeCourse()
    await run('issue what is pending')
    expect(await certificateOf(personId)).toMatchObject({ state: 'pending' })
    await pass(20)
    await run('issue what is pending')
    expect(await certificateOf(personId)).toMatchObject({ state: 'issued' })
    expect((await certificateOf(personId)).documents.map(({ kind }) => kind).sort()).toEqual(['jsonld', 'jwt', 'pdf'])
  })

  test('brings the ledger in line, once', async () => {
    const { personId } = await completeCourse()
    await pass(20)
    await run('sync what lags')
    await run('sync what lags')
    expect(await world.db.ledgerEntry.findMany({ where: { personId, theme: 'any' }, select: { delta: true, countyCode: true, residence: true, level: true } })).toEqual([{ delta: 1, countyCode: 'RO-BC', residence: 'rural', level: 'primary' }])
  })

  test('signs a status list that lacks a revocation', async () => {
    await completeCourse()
    await world.db.statusList.updateMany({ data: { revision: { increment: 1 } } })
    await run('sign what is stale')
    const lists = await world.db.statusList.findMany()
    expect(lists.length).toBeGreaterThan(0)
    expect(lists.every(({ revision, signedRevision }) => signedRevision === revision)).toBe(true)
  })

  test('sends a mail that was lost, once', async () => {
    const { personId } = await completeCourse()
    await pass(20)
    await run('issue what is pending')
    const { id } = await world.db.mail.findFirstOrThrow({ where: { account: { personId } } })
    await world.db.mail.updateMany({ data: { createdAt: new Date((await world.clock()).getTime() - 120_000) } })
    await run('send what is unsent')
    const file = path.join(folder, 'mail', `${id}.eml`)
    const { mtimeMs } = fs.statSync(file)
    await run('send what is unsent')
    expect(fs.statSync(file).mtimeMs).toBe(mtimeMs)
    expect(await world.db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ sentAt: expect.any(Date) as Date })
  })

  test('is not held up by one promise that cannot be kept', async () => {
    const unlucky = await completeCourse()
    const lucky = await completeCourse()
    const broken = await certificateOf(unlucky.personId)
    await pass(20)
    await run('issue what is pending', {
      ...handlers,
      'certificate.issue': (payload) => (payload.certificateId === broken.id ? Promise.reject(new Error('cannot')) : handlers['certificate.issue'](payload)),
    })
    expect(await certificateOf(lucky.personId)).toMatchObject({ state: 'issued' })
    expect(await certificateOf(unlucky.personId)).toMatchObject({ state: 'pending' })
    await run('issue what is pending')
    expect(await certificateOf(unlucky.personId)).toMatchObject({ state: 'issued' })
  })
})

test('what is over is forgotten: ended sessions at once, relayed events after a week', async () => {
  const { accountId } = await createTeacher(world)
  const now = (await world.clock()).getTime()
  const at = (days: number) => new Date(now + days * 24 * 3600 * 1000)
  await world.db.event.deleteMany()
  await world.db.session.createMany({ data: [{ id: 'ended', accountId, expiresAt: at(-2), absoluteExpiresAt: at(10) }, { id: 'alive', accountId, expiresAt: at(2), absoluteExpiresAt: at(10) }] })
  await world.db.event.createMany({ data: [{ type: 'mail.requested', subjectId: 'old', relayedAt: at(-8) }, { type: 'mail.requested', subjectId: 'recent', relayedAt: at(-6) }, { type: 'mail.requested', subjectId: 'waiting', createdAt: at(-30) }] })
  await run('forget ended sessions and links')
  await run('forget relayed events')
  expect((await world.db.session.findMany()).map(({ id }) => id)).toEqual(['alive'])
  expect((await world.db.event.findMany({ orderBy: { id: 'asc' } })).map(({ subjectId }) => subjectId)).toEqual(['recent', 'waiting'])
})

test('what recurs is done by one worker at a time, again and again, and not after it was stopped', async () => {
  let running = 0
  let most = 0
  let times = 0
  const recurring: Recurring = {
    name: 'count',
    everyMs: 30,
    async run() {
      most = Math.max(most, ++running)
      times++
      await setTimeout(20)
      running--
    },
  }
  const workers = [startSchedule([recurring], worker, handlers), startSchedule([recurring], worker, handlers), startSchedule([recurring], worker, handlers)]
  await until('it was done some times', () => times >= 5)
  await Promise.all(workers.map((one) => one.stop()))
  const stoppedAt = times
  expect(running).toBe(0)
  await setTimeout(120)
  expect(times).toBe(stoppedAt)
  expect(most).toBe(1)
})

test('work that fails is tried again the next time', async () => {
  let times = 0
  const recurring: Recurring = { name: 'fail', everyMs: 20, run: () => Promise.reject(new Error(`failed ${++times}`)) }
  const running = startSchedule([recurring], worker, handlers)
  await until('it was tried again', () => times >= 3)
  await running.stop()
})
