// A worker with a wrong clock does not work.
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { requireRightClock, watchClock, WrongClock } from '#workers/clock-guard.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** A database whose clock is so far from ours, in milliseconds. */
const apart = (ms: number) => () => Promise.resolve(new Date(Date.now() + ms))

test('a clock within two seconds of the database is right', async () => {
  for (const ms of [0, 1_900, -1_900]) await expect(requireRightClock(apart(ms))).resolves.toBeUndefined()
})

test('a clock that is further away is wrong, and the line says by how much and to which side', async () => {
  await expect(requireRightClock(apart(-300_000))).rejects.toThrow('this machine is 300.0 s ahead of the database')
  await expect(requireRightClock(apart(3_600_000))).rejects.toThrow('this machine is 3600.0 s behind the database')
})

test('a database that answers slowly once does not make a clock wrong', async () => {
  let looks = 0
  const slowOnce = async () => {
    const told = new Date()
    if (looks++ === 0) await setTimeout(4_200)
    return told
  }
  await expect(requireRightClock(slowOnce)).resolves.toBeUndefined()
  expect(looks).toBe(2)
})

test('a clock that goes wrong later is noticed within a minute, once; a database that is away is not', async () => {
  vi.useFakeTimers()
  const heard: WrongClock[] = []
  let clock = (): Promise<Date> => Promise.reject(new Error('away'))
  const unwatch = watchClock(() => clock(), (error) => heard.push(error))
  await vi.advanceTimersByTimeAsync(61_000)
  expect(heard).toHaveLength(0)
  clock = apart(-10_000)
  await vi.advanceTimersByTimeAsync(200_000)
  expect(heard).toHaveLength(1)
  expect(heard[0]).toBeInstanceOf(WrongClock)
  unwatch()
})
