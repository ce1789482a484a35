// What operators and their programs ask of a web process.
import { afterAll, expect, test } from 'vitest'
import { useQueueView } from '#app/platform/http/queue.server.ts'
import { inRequest } from '#app/platform/http/request-scope.server.ts'
import { useWorld } from '#app/platform/http/world.server.ts'
import { migrateQueueTables } from '#app/platform/queue-backends.server.ts'
import { openQueueView } from '#app/platform/queue-view.server.ts'
import * as healthz from '#app/routes/operations/healthz.ts'
import * as metrics from '#app/routes/operations/metrics.ts'
import * as readyz from '#app/routes/operations/readyz.ts'
import { at } from '#tests/setup/requests.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
useWorld(world)
await migrateQueueTables(world.databaseUrl)
const view = openQueueView({ DATABASE_URL: world.databaseUrl, REDIS_URL: undefined })
const away = openQueueView({ DATABASE_URL: world.databaseUrl, REDIS_URL: 'redis://127.0.0.1:1' })
useQueueView(view)
afterAll(async () => {
  await view.close()
  await away.close()
})

test('/healthz says that the process lives', async () => {
  const answer = healthz.loader()
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ status: 'ok' })
})

test('/readyz says of each part that it answers and how soon', async () => {
  const answer = await readyz.loader()
  expect(answer.status).toBe(200)
  const part = { ok: true, latencyMs: expect.any(Number) as number }
  expect(await answer.json()).toEqual({ status: 'ready', parts: { database: part, migrations: part, queue: part } })
})

test('/readyz answers 503 while the queue is away', async () => {
  useQueueView(away)
  const answer = await readyz.loader()
  useQueueView(view)
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ status: 'not ready', parts: { database: { ok: true }, queue: { ok: false, latencyMs: null } } })
})

test('/metrics answers this machine and nobody else', async () => {
  const here = await inRequest('127.0.0.1', () => metrics.loader(at('/metrics') as Parameters<typeof metrics.loader>[0]))
  expect(here.status).toBe(200)
  expect(here.headers.get('content-type')).toContain('text/plain')
  expect(await here.text()).toMatch(/^catedra_up\{part="queue"\} 1$/m)
  const elsewhere = await inRequest('203.0.113.9', () => metrics.loader(at('/metrics') as Parameters<typeof metrics.loader>[0]))
  expect(elsewhere.status).toBe(403)
  expect(await elsewhere.text()).toBe('')
})
