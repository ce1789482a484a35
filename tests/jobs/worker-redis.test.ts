// A worker whose Redis forgets, or is away: what was promised is kept without it.
import { describe, test } from 'vitest'
import { howToHaveRedis, openTestRedis } from '#tests/setup/redis.ts'
import { until } from '#tests/setup/until.ts'
import { startWorkerProcess } from '#tests/setup/worker.ts'
import { openTestWorld } from '#tests/setup/world.ts'
import { deaths, openPromises, stopInOrder } from './promises.ts'

const redis = await openTestRedis()
const { env, completeCourse, kept, expectAllKeptOnce, killAndRecover } = openPromises(await openTestWorld())
const redisEnv = { ...env, REDIS_URL: redis?.url ?? '' }

describe(redis ? 'a worker on Redis' : `a worker on Redis (${howToHaveRedis})`, { timeout: 900_000 }, () => {
  test.runIf(redis)('killed, and Redis emptied each time, keeps everything once', async () => {
    const { jobBegun, documentsStored, mailSent, ledgerWritten } = deaths
    await killAndRecover(redisEnv, [jobBegun, documentsStored, mailSent, ledgerWritten], () => redis!.flush())
  })

  test.runIf(redis)('keeps everything once when Redis is emptied while it works', async () => {
    const worker = startWorkerProcess(redisEnv)
    await worker.ready
    const people: string[] = []
    for (let count = 0; count < 5; count++) {
      people.push(await completeCourse())
      await redis!.flush()
    }
    await expectAllKeptOnce(people)
    await stopInOrder(worker)
  })

  test.runIf(redis?.power)('starts and keeps its promises while Redis is away', async () => {
    await redis!.power!.off()
    const worker = startWorkerProcess(redisEnv)
    await worker.ready
    const personId = await completeCourse()
    await until('the certificate is issued', async () => (await kept(personId)).certificates[0] === 'issued', 150_000)
    await redis!.power!.on()
    await expectAllKeptOnce([personId])
    await stopInOrder(worker)
  })
})
