// The worker as a process: how it starts, works and ends.
import { describe, expect, test } from 'vitest'
import { startWorkerProcess } from '#tests/setup/worker.ts'
import { openTestWorld } from '#tests/setup/world.ts'
import { openPromises, stopInOrder } from './promises.ts'

const world = await openTestWorld()
const { env, completeCourse, expectAllKeptOnce } = openPromises(world)

describe('a worker', { timeout: 400_000 }, () => {
  test('keeps every promise of a completed course, stops in order and leaves no connection', async () => {
    const worker = startWorkerProcess(env)
    await worker.ready
    await expectAllKeptOnce([await completeCourse(), await completeCourse()])
    await stopInOrder(worker)
    expect(worker.said()).toBe('')
    expect((await world.pool.query("select from pg_stat_activity where datname = current_database() and application_name like 'catedra-%'")).rowCount).toBe(0)
  })

  test('does its part beside another, and goes with the process that started it', async () => {
    const workers = [startWorkerProcess(env), startWorkerProcess(env)] as const
    const people = [await completeCourse(), await completeCourse(), await completeCourse()]
    await Promise.all(workers.map((worker) => worker.ready))
    people.push(await completeCourse(), await completeCourse())
    await expectAllKeptOnce(people)
    await stopInOrder(workers[0])
    workers[1].disconnect()
    expect(await workers[1].ended).toBe(0)
  })

  test('does not start with a wrong clock, and says by how much', async () => {
    const worker = startWorkerProcess(env, { preload: './tests/jobs/wrong-clock.ts' })
    expect(await worker.ended).toBe(1)
    expect(worker.said()).toMatch(/^Clock: this machine is \d+\.\d s ahead of the database, expected at most 2 s; set it by NTP and start again\n$/)
  })

  test('without a database says what is missing, in one line', async () => {
    const worker = startWorkerProcess({ ...env, DATABASE_URL: '' })
    expect(await worker.ended).toBe(1)
    expect(worker.said()).toMatch(/^DATABASE_URL: read nothing, expected .*\n$/)
  })
})
