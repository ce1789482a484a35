// From a committed event to a job: never lost, at worst doubled.
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { inTransaction } from '#app/platform/db.server.ts'
import { recordEvent } from '#app/platform/events.server.ts'
import type { AddedJob } from '#app/platform/queue.server.ts'
import { relayWaitingEvents, startRelay } from '#app/platform/relay.server.ts'
import { until } from '#tests/setup/until.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()

/** A queue that remembers what it was given. */
function rememberingQueue() {
  const added: AddedJob[] = []
  return { added, add: async (jobs: readonly AddedJob[]) => void added.push(...jobs) }
}

function happen(personId: string = randomUUID()): Promise<string> {
  return inTransaction(world.db, (tx) => recordEvent(tx, 'person.facts-changed', personId)).then(() => personId)
}

const countWaiting = () => world.db.event.count({ where: { relayedAt: null } })

afterEach(async () => {
  await world.db.event.deleteMany()
})

describe('one batch', () => {
  test('makes a job of each event, known by the id of the event', async () => {
    const queue = rememberingQueue()
    const personId = await happen()
    const { id } = await world.db.event.findFirstOrThrow()
    expect(await relayWaitingEvents(world, queue)).toBe(1)
    expect(queue.added).toEqual([{ id: `event-${id}`, job: { name: 'indicator.sync', payload: { personId } } }])
    expect(await relayWaitingEvents(world, queue)).toBe(0)
  })

  test('leaves the events waiting when the queue does not take them', async () => {
    await happen()
    await expect(relayWaitingEvents(world, { add: () => Promise.reject(new Error('away')) })).rejects.toThrow('away')
    expect(await countWaiting()).toBe(1)
  })

  test('cut off between adding and marking is repeated with the same ids', async () => {
    await happen()
    const queue = rememberingQueue()
    const addAndDie = async (jobs: readonly AddedJob[]) => {
      await queue.add(jobs)
      throw new Error('power cut')
    }
    await relayWaitingEvents(world, { add: addAndDie }).catch(() => {})
    await relayWaitingEvents(world, queue)
    expect(queue.added).toHaveLength(2)
    expect(queue.added[0]?.id).toBe(queue.added[1]?.id)
    expect(await countWaiting()).toBe(0)
  })

  test('passes over what this release does not know, and says so', async () => {
    const lines: string[] = []
    await world.db.event.createMany({ data: [{ type: 'course.dreamt-of', subjectId: randomUUID() }, { type: 'person.facts-changed', subjectId: 'Ana Popescu' }] })
    const personId = await happen()
    const queue = rememberingQueue()
    await relayWaitingEvents({ db: world.db, log: pino({}, { write: (line: string) => void lines.push(line) }) }, queue)
    expect(queue.added.map(({ job }) => job)).toEqual([{ name: 'indicator.sync', payload: { personId } }])
    expect(await countWaiting()).toBe(0)
    expect(lines).toHaveLength(2)
    expect(lines.join('')).not.toContain('Popescu')
  })

  test('is left to one of two relays that reach for it together', async () => {
    for (let number = 0; number < 20; number++) await happen()
    const slow = rememberingQueue()
    const quick = rememberingQueue()
    let reached = () => {}
    const isHeld = new Promise<void>((resolve) => (reached = resolve))
    const holding = relayWaitingEvents(world, {
      add: async (jobs) => {
        reached()
        await setTimeout(300)
        await slow.add(jobs)
      },
    })
    await isHeld
    const begun = performance.now()
    expect(await relayWaitingEvents(world, quick)).toBe(0)
    expect(performance.now() - begun).toBeLessThan(250)
    expect(await holding).toBe(20)
  })
})

describe('a running relay', () => {
  test('hears of an event when it is committed', async () => {
    const queue = rememberingQueue()
    const relay = startRelay(world, queue)
    await setTimeout(300)
    const waits: number[] = []
    for (let number = 1; number <= 5; number++) {
      await happen()
      const begun = performance.now()
      await until('it is relayed', () => queue.added.length === number)
      waits.push(performance.now() - begun)
    }
    await relay.close()
    // Without hearing, it looks every two seconds.
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(1_500)
  })

  test('relays a burst with others at it, each event once', async () => {
    const queue = rememberingQueue()
    const relays = [startRelay(world, queue), startRelay(world, queue), startRelay(world, queue)]
    const people = Array.from({ length: 3_000 }, () => randomUUID())
    await world.db.event.createMany({ data: people.map((subjectId) => ({ type: 'person.facts-changed', subjectId })) })
    await happen()
    await until('all are relayed', () => queue.added.length >= people.length + 1)
    await Promise.all(relays.map((relay) => relay.close()))
    expect(new Set(queue.added.map(({ id }) => id)).size).toBe(people.length + 1)
    expect(queue.added).toHaveLength(people.length + 1)
    expect(await countWaiting()).toBe(0)
  })

  test('finds what it was not told of, and listens again when its connection is cut', async () => {
    const queue = rememberingQueue()
    const relay = startRelay(world, queue)
    await setTimeout(300)
    await world.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'catedra-relay'")
    await world.db.event.create({ data: { type: 'person.facts-changed', subjectId: randomUUID() } })
    await until('the silent one is relayed', () => queue.added.length === 1)
    await until('it listens again', async () => (await world.pool.query("select from pg_stat_activity where datname = current_database() and application_name = 'catedra-relay'")).rowCount === 1)
    await happen()
    await until('the next is relayed', () => queue.added.length === 2)
    await relay.close()
  })

  test('catches up when the queue is back', async () => {
    const queue = rememberingQueue()
    let isAway = true
    const relay = startRelay(world, { add: async (jobs) => (isAway ? Promise.reject(new Error('away')) : queue.add(jobs)) })
    await happen()
    await happen()
    await setTimeout(300)
    expect(queue.added).toHaveLength(0)
    isAway = false
    await until('both are relayed', () => queue.added.length === 2)
    await relay.close()
    expect(await countWaiting()).toBe(0)
  })
})
