// Whether the site is ready, and the numbers by which operators see that promises are kept.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { checkReadiness } from '#app/features/operations/check-readiness.server.ts'
import { readNumbers } from '#app/features/operations/read-numbers.server.ts'
import { writeMetrics } from '#app/features/operations/write-metrics.server.ts'
import { isAllowed } from '#app/platform/http/metrics-guard.server.ts'
import { observeRequest } from '#app/platform/metrics.server.ts'
import { openQueueView } from '#app/platform/queue-view.server.ts'
import { openQueue } from '#app/platform/queue.server.ts'
import { createCertificateFacts } from '#tests/factories/certificate-facts.ts'
import { createTeacher } from '#tests/factories/learner.ts'
import { createPerson } from '#tests/factories/person.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld('2026-11-22T10:00:00Z')
const env = { DATABASE_URL: world.databaseUrl, REDIS_URL: undefined }
const queue = await openQueue(env, world.log)
const view = openQueueView(env)
afterAll(async () => {
  await view.close()
  await queue.close()
})

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

const nowhere = 'postgres://catedra:catedra@127.0.0.1:1/catedra'

describe('readiness', () => {
  test('tells each part with its latency', async () => {
    const { ok, parts } = await checkReadiness(world, view)
    expect(ok).toBe(true)
    for (const part of Object.values(parts)) expect(part).toEqual({ ok: true, latencyMs: expect.any(Number) as number })
  })

  test('is refused soon while the database is away', async () => {
    const pool = new pg.Pool({ connectionString: nowhere })
    closing.push(() => pool.end())
    const away = openQueueView({ DATABASE_URL: nowhere, REDIS_URL: undefined })
    closing.push(() => away.close())
    const begun = performance.now()
    const { ok, parts } = await checkReadiness({ pool }, away)
    expect(performance.now() - begun).toBeLessThan(2_500)
    expect(ok).toBe(false)
    for (const part of Object.values(parts)) expect(part).toEqual({ ok: false, latencyMs: null })
  })

  test('is refused while Redis is away, and the database is told to be there', async () => {
    const away = openQueueView({ DATABASE_URL: world.databaseUrl, REDIS_URL: 'redis://127.0.0.1:1' })
    closing.push(() => away.close())
    const { ok, parts } = await checkReadiness(world, away)
    expect(ok).toBe(false)
    expect(parts.database.ok).toBe(true)
    expect(parts.queue).toEqual({ ok: false, latencyMs: null })
  })

  test('is refused while a migration of this release is not applied', async () => {
    const client = await world.pool.connect()
    await client.query('begin')
    await client.query('delete from _prisma_migrations where migration_name = (select max(migration_name) from _prisma_migrations)')
    const { parts } = await checkReadiness({ pool: { query: client.query.bind(client) } as pg.Pool }, view)
    await client.query('rollback')
    client.release()
    expect(parts.migrations.ok).toBe(false)
    expect(parts.database.ok).toBe(true)
  })
})

describe('the numbers', () => {
  test('count what waits and since when', async () => {
    const personId = await createPerson(world)
    await createCertificateFacts(world, personId)
    const { accountId } = await createTeacher(world)
    const sixtySecondsAgo = new Date('2026-11-22T10:00:00Z')
    await world.db.mail.create({ data: { kind: 'certificate-issued', subjectId: randomUUID(), accountId, createdAt: sixtySecondsAgo } })
    await world.db.mail.create({ data: { kind: 'certificate-issued', subjectId: randomUUID(), accountId, createdAt: new Date('2026-11-18T10:00:00Z') } })
    await world.db.event.updateMany({ data: { createdAt: sixtySecondsAgo } })
    world.setNow('2026-11-22T10:01:00Z')
    await queue.add([{ id: `event-${randomUUID()}`, job: { name: 'mail.send', payload: { mailId: randomUUID() } } }])
    const { database, queues } = await readNumbers(world, view)
    expect(database).toMatchObject({
      outbox: { waiting: 1, lagMs: 60_000 },
      certificates: { waiting: 1, lagMs: 60_000, issued: 0, revoked: 0 },
      indicator: { waiting: 1, lagMs: 60_000 },
      mails: { waiting: 1, lagMs: 60_000, givenUp: 1 },
    })
    expect(queues?.find(({ name }) => name === 'mail.send')?.jobs).toEqual({ waiting: 1, active: 0, delayed: 0, failed: 0 })
  })

  test('are written as Prometheus reads them, with requests by method and status and no address', async () => {
    observeRequest('GET', 200, 0.02)
    observeRequest('PROPFIND', 405, 0.001)
    const { type, text } = await writeMetrics(await readNumbers(world, view))
    expect(type).toContain('text/plain; version=0.0.4')
    expect(text).toMatch(/^catedra_http_requests_total\{method="GET",status="200"\} \d+$/m)
    expect(text).toMatch(/^catedra_http_requests_total\{method="other",status="405"\} \d+$/m)
    expect(text).toMatch(/^catedra_outbox_lag_seconds [\d.]+$/m)
    expect(text).toMatch(/^catedra_indicator_lag_seconds [\d.]+$/m)
    expect(text).toMatch(/^catedra_mails_given_up 1$/m)
    expect(text).toMatch(/^catedra_certificates_issued \d+$/m)
    expect(text).toMatch(/^catedra_queue_jobs\{queue="mail.send",state="waiting"\} 1$/m)
    expect(text).toMatch(/^catedra_up\{part="queue"\} 1$/m)
    // Every line is a comment or a sample.
    for (const line of text.trim().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) |[a-z_:][a-z0-9_:]*(\{[^}]*\})? \S+$|$)/)
  })

  test('say of what is away that it is away, and nothing else of it', async () => {
    const { text } = await writeMetrics({ database: null, queues: null })
    expect(text).toMatch(/^catedra_up\{part="database"\} 0$/m)
    expect(text).not.toContain('catedra_outbox')
    expect(text).not.toContain('catedra_queue')
  })
})

describe('who may read the numbers', () => {
  const ask = (token: string | undefined, address: string, headers: Record<string, string> = {}) => isAllowed({ token, address, headers: new Headers(headers) })

  test('without a token: programs on this machine', () => {
    for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1']) expect(ask(undefined, address)).toBe(true)
    for (const address of ['10.0.0.1', '192.168.1.4', '::ffff:10.0.0.1', '::2', '', '1270.0.0.1']) expect(ask(undefined, address)).toBe(false)
  })

  test('without a token: not who comes through a proxy on this machine', () => {
    expect(ask(undefined, '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' })).toBe(false)
    expect(ask(undefined, '127.0.0.1', { forwarded: 'for=203.0.113.9' })).toBe(false)
  })

  test('with a token: who holds it, from anywhere, and nobody else', () => {
    expect(ask('long-secret', '203.0.113.9', { authorization: 'Bearer long-secret' })).toBe(true)
    for (const authorization of ['', 'long-secret', 'Bearer long-secre', 'Bearer long-secret2', 'bearer long-secret']) expect(ask('long-secret', '127.0.0.1', { authorization })).toBe(false)
  })
})
