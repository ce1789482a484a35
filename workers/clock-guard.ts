// A worker whose clock is wrong would take jobs from the living and put dates on paper that never were: it does not work.
import { clockSkewMs, type Clock } from '#app/platform/clock.server.ts'

/** BullMQ on PostgreSQL compares clocks of workers with one another; its locks last 10 s. */
const MOST_APART_MS = 2_000
const LOOK_EVERY_MS = 60_000

export class WrongClock extends Error {
  override name = 'WrongClock'
}

/** A database that is slow to answer makes a clock look wrong: the best of so many looks counts. */
const LOOKS = 3

/** @throws WrongClock, with a line for the operator */
export async function requireRightClock(clock: Clock): Promise<void> {
  let skew = Infinity
  for (let look = 0; look < LOOKS && Math.abs(skew) > MOST_APART_MS; look++) {
    const seen = await clockSkewMs(clock)
    if (Math.abs(seen) < Math.abs(skew)) skew = seen
  }
  if (Math.abs(skew) <= MOST_APART_MS) return
  const seconds = (Math.abs(skew) / 1000).toFixed(1)
  throw new WrongClock(`Clock: this machine is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} the database, expected at most ${MOST_APART_MS / 1000} s; set it by NTP and start again`)
}

/** Looks again now and then; `onWrong` is called once. A database that does not answer says nothing about clocks. */
export function watchClock(clock: Clock, onWrong: (error: WrongClock) => void): () => void {
  const timer = setInterval(() => {
    requireRightClock(clock).catch((error: unknown) => {
      if (!(error instanceof WrongClock)) return
      clearInterval(timer)
      onWrong(error)
    })
  }, LOOK_EVERY_MS)
  return () => clearInterval(timer)
}
