// The contract of the queue, on both backends.
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import type { JobName, JobPayload } from '#app/jobs/catalogue.ts'
import { migrateQueueTables } from '#app/platform/queue-backends.server.ts'
import { openQueueView } from '#app/platform/queue-view.server.ts'
import { openQueue, type AddedJob, type JobHandlers, type JobQueue } from '#app/platform/queue.server.ts'
import { howToHaveRedis, openTestRedis } from '#tests/setup/redis.ts'
import { until } from '#tests/setup/until.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
const redis = await openTestRedis()
await migrateQueueTables(world.databaseUrl)

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
  await world.pool.query('truncate bullmq.job cascade')
  await redis?.flush()
})

type Env = { DATABASE_URL: string; REDIS_URL: string | undefined }

async function openTestQueue(env: Env, log = world.log): Promise<JobQueue> {
  const queue = await openQueue(env, log)
  closing.push(() => queue.close())
  return queue
}

/** Handlers that note what they were given, and then do what the test says. */
function noting(doing: Partial<JobHandlers> = {}) {
  const noted: { name: string; payload: unknown }[] = []
  const note = <N extends JobName>(name: N) => async (payload: JobPayload<N>) => {
    noted.push({ name, payload })
    await (doing[name] as ((payload: JobPayload<N>) => Promise<void>) | undefined)?.(payload)
  }
  const handlers: JobHandlers = { 'certificate.issue': note('certificate.issue'), 'status-list.sign': note('status-list.sign'), 'indicator.sync': note('indicator.sync'), 'mail.send': note('mail.send') }
  return { noted, handlers }
}

function syncJob(personId: string = randomUUID()): AddedJob {
  return { id: `event-${randomUUID()}`, job: { name: 'indicator.sync', payload: { personId } } }
}

/** Somebody who can write to the queue and is not us. */
async function smuggle(env: Env, queueName: string, jobs: { name: string; data: unknown; id: string }[]): Promise<void> {
  const opts = (id: string) => ({ jobId: id })
  if (env.REDIS_URL) {
    const connection = new Redis(env.REDIS_URL)
    const queue = new (withBackend(createRedisBackend).Queue)(queueName, { connection })
    for (const { name, data, id } of jobs) await queue.add(name, data, opts(id))
    await queue.close()
    connection.disconnect()
  } else {
    const pool = new pg.Pool({ connectionString: env.DATABASE_URL, options: '-c search_path=bullmq' })
    const queue = new (withBackend(createPostgresBackend).Queue)(queueName, { connection: pool })
    for (const { name, data, id } of jobs) await queue.add(name, data, opts(id))
    await queue.close()
    await pool.end()
  }
}

describe.each([
  { title: 'on PostgreSQL', env: { DATABASE_URL: world.databaseUrl, REDIS_URL: undefined }, there: true },
  { title: redis ? 'on Redis' : `on Redis (${howToHaveRedis})`, env: { DATABASE_URL: world.databaseUrl, REDIS_URL: redis?.url }, there: redis !== null },
])('the queue $title', ({ env, there }) => {
  test.runIf(there)('hands each job to the handler of its name, with its payload', async () => {
    const queue = await openTestQueue(env)
    const { noted, handlers } = noting()
    expect(await queue.work(handlers)).toBe(true)
    const certificateId = randomUUID()
    const personId = randomUUID()
    const mailId = randomUUID()
    await queue.add([
      { id: `event-${randomUUID()}`, job: { name: 'certificate.issue', payload: { certificateId } } },
      { id: `event-${randomUUID()}`, job: { name: 'indicator.sync', payload: { personId } } },
      { id: `event-${randomUUID()}`, job: { name: 'mail.send', payload: { mailId } } },
      { id: `event-${randomUUID()}`, job: { name: 'status-list.sign', payload: { statusListId: '7' } } },
    ])
    await until('four jobs are worked', () => noted.length >= 4)
    expect(noted).toHaveLength(4)
    expect(noted).toEqual(
      expect.arrayContaining([
        { name: 'certificate.issue', payload: { certificateId } },
        { name: 'indicator.sync', payload: { personId } },
        { name: 'mail.send', payload: { mailId } },
        { name: 'status-list.sign', payload: { statusListId: '7' } },
      ]),
    )
  })

  test.runIf(there)('takes a job once, however often it is added, also after it is done', async () => {
    const queue = await openTestQueue(env)
    const { noted, handlers } = noting()
    const job = syncJob()
    await queue.add([job])
    await queue.add([job])
    await queue.work(handlers)
    await until('it is worked', () => noted.length > 0)
    await queue.add([job, syncJob()])
    await until('the other is worked', () => noted.length > 1)
    expect(noted).toHaveLength(2)
  })

  test.runIf(there)('tries a job again that failed', async () => {
    const queue = await openTestQueue(env)
    let failures = 0
    const { noted, handlers } = noting({
      'indicator.sync': async () => {
        if (failures++ === 0) throw new Error('not today')
      },
    })
    await queue.work(handlers)
    await queue.add([syncJob()])
    await until('it is worked twice', () => noted.length === 2)
  })

  test.runIf(there)('drops what does not fit with one line and no content of it, and goes on', async () => {
    const lines: string[] = []
    const queue = await openTestQueue(env, pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }))
    const { noted, handlers } = noting()
    await queue.work(handlers)
    const personId = randomUUID()
    const poison = [
      { id: 'poison-1', name: 'indicator.sync', data: { personId, secret: 'Popescu' } },
      { id: 'poison-2', name: 'indicator.sync', data: { personId: "Popescu'; drop table person" } },
      { id: 'poison-3', name: 'indicator.sync', data: JSON.parse(`{"__proto__":{"personId":"${personId}"},"constructor":"Popescu"}`) },
      { id: 'poison-4', name: 'indicator.sync', data: { personId, more: 'Popescu '.repeat(130_000) } },
      { id: 'poison-5', name: 'certificate.issue', data: { personId } },
      { id: 'poison-6', name: 'indicator.sync', data: {} },
    ]
    await smuggle(env, 'indicator.sync', poison)
    await queue.add([syncJob()])
    await until('the good one is worked', () => noted.length > 0)
    await until('the bad ones are dropped', () => lines.length >= poison.length)
    await setTimeout(100)
    expect(noted).toHaveLength(1)
    expect(lines).toHaveLength(poison.length)
    for (const { id } of poison) expect(lines.filter((line) => line.includes(`"id":"${id}"`))).toHaveLength(1)
    expect(lines.join('')).not.toContain('Popescu')
  })

  test.runIf(there)('says of a failure its kind and nothing of its message', async () => {
    const lines: string[] = []
    const queue = await openTestQueue(env, pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }))
    const { handlers } = noting({
      'indicator.sync': async () => {
        throw Object.assign(new TypeError('Key (email)=(ana@example.org) already exists'), { code: 'P2002' })
      },
    })
    await queue.work(handlers)
    await queue.add([syncJob()])
    await until('it failed', () => lines.length > 0)
    expect(lines[0]).toContain('TypeError P2002')
    expect(lines.join('')).not.toContain('ana@example.org')
  })

  test.runIf(there)('refuses to add what is no job', async () => {
    const queue = await openTestQueue(env)
    await expect(queue.add([syncJob('Ana Popescu')])).rejects.toThrow()
  })

  test.runIf(there)('gives each of many jobs to one of several workers', async () => {
    const [one, two] = [await openTestQueue(env), await openTestQueue(env)]
    const { noted, handlers } = noting()
    await one.work(handlers)
    await two.work(handlers)
    const jobs = Array.from({ length: 200 }, () => syncJob())
    await one.add(jobs)
    await until('all are worked', () => noted.length >= jobs.length)
    expect(new Set(noted.map(({ payload }) => (payload as { personId: string }).personId)).size).toBe(jobs.length)
    expect(noted).toHaveLength(jobs.length)
  })

  test.runIf(there)('finishes the job under way when it is closed, and begins no other', async () => {
    const queue = await openQueue(env, world.log)
    let finished = 0
    const { noted, handlers } = noting({
      'status-list.sign': async () => {
        await setTimeout(500)
        finished++
      },
    })
    await queue.work(handlers)
    await queue.add([1, 2, 3].map((number) => ({ id: `event-${randomUUID()}`, job: { name: 'status-list.sign', payload: { statusListId: String(number) } } })))
    await until('the first is under way', () => noted.length === 1)
    await queue.close()
    expect(finished).toBe(1)
    expect(noted).toHaveLength(1)

    const next = await openTestQueue(env)
    const after = noting()
    await next.work(after.handlers)
    await until('the others are worked by the next', () => after.noted.length >= 2)
    expect(after.noted).toHaveLength(2)
  })

  test.runIf(there)('tells the web how much waits and whether it answers, without becoming part of it', async () => {
    const view = openQueueView(env)
    closing.push(() => view.close())
    expect(await view.ping(2_000)).toBeGreaterThan(0)
    const queue = await openTestQueue(env)
    await queue.add(Array.from({ length: 3 }, () => ({ id: `event-${randomUUID()}`, job: { name: 'mail.send', payload: { mailId: randomUUID() } } }) as const))
    const depths = await view.depths(2_000)
    expect(depths?.find(({ name }) => name === 'mail.send')?.jobs.waiting).toBe(3)
    await setTimeout(50)
    expect((await view.depths(2_000))?.find(({ name }) => name === 'mail.send')?.oldestAgeMs).toBeGreaterThanOrEqual(50)
    const { noted, handlers } = noting()
    await queue.work(handlers)
    await until('they are worked', () => noted.length === 3)
  })
})

test.runIf(redis)('a job that is not even JSON stops nobody', async () => {
  const queue = await openTestQueue({ DATABASE_URL: world.databaseUrl, REDIS_URL: redis!.url })
  const { noted, handlers } = noting()
  await queue.add([syncJob()])
  const client = new Redis(redis!.url)
  const [key] = (await client.keys('bull:indicator.sync:event-*')) as [string]
  await client.hset(key, 'data', '{"personId": ')
  client.disconnect()
  await queue.add([syncJob(), syncJob()])
  await queue.work(handlers)
  await until('the others are worked', () => noted.length === 2)
})

describe('a queue that goes away', () => {
  test('is worked on after all its connections to PostgreSQL were cut', async () => {
    const queue = await openTestQueue({ DATABASE_URL: world.databaseUrl, REDIS_URL: undefined })
    const { noted, handlers } = noting()
    await queue.work(handlers)
    await queue.add([syncJob()])
    await until('one is worked', () => noted.length === 1)
    await world.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query not like '%pg_terminate%'")
    await until('it can be added to again', () => queue.add([syncJob()]).then(() => true, () => false))
    await until('the next is worked', () => noted.length >= 2, 15_000)
  })

  test.runIf(redis?.power)('refuses at once to add when Redis is gone, and takes and works jobs when it is back, empty', async () => {
    const { url, power } = redis!
    const queue = await openTestQueue({ DATABASE_URL: world.databaseUrl, REDIS_URL: url })
    const { noted, handlers } = noting()
    await queue.work(handlers)
    await power!.off()
    const begun = performance.now()
    await until('adding is refused', () => queue.add([syncJob()]).then(() => false, () => true))
    expect(performance.now() - begun).toBeLessThan(4_000)
    await power!.on()
    const job = syncJob()
    await until('it can be added to again', () => queue.add([job]).then(() => true, () => false))
    await until('it is worked', () => noted.length > 0, 15_000)
  })

  test.runIf(redis?.power)('gives up adding within seconds when Redis does not answer', async () => {
    const { url, power } = redis!
    const queue = await openTestQueue({ DATABASE_URL: world.databaseUrl, REDIS_URL: url })
    await until('it is there', () => queue.add([syncJob()]).then(() => true, () => false))
    const view = openQueueView({ DATABASE_URL: world.databaseUrl, REDIS_URL: url })
    closing.push(() => view.close())
    expect(await view.ping(1_000)).not.toBeNull()
    power!.freeze()
    try {
      const begun = performance.now()
      await expect(queue.add([syncJob()])).rejects.toThrow()
      expect(performance.now() - begun).toBeLessThan(5_000)
      expect(await view.ping(500)).toBeNull()
      expect(await view.depths(500)).toBeNull()
    } finally {
      power!.thaw()
    }
  })

  test.runIf(redis?.power)('can be opened while Redis is away, and works when it comes', async () => {
    const { url, power } = redis!
    await power!.off()
    const queue = await openTestQueue({ DATABASE_URL: world.databaseUrl, REDIS_URL: url })
    const { noted, handlers } = noting()
    expect(await queue.work(handlers)).toBe(false)
    await power!.on()
    await until('it can be added to', () => queue.add([syncJob()]).then(() => true, () => false))
    await until('it is worked', () => noted.length > 0, 15_000)
  })
})
