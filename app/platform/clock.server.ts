// Time comes from the database: the clocks of web and worker machines lie.
import type { Database } from './db.server.ts'

export type Clock = () => Promise<Date>

export function databaseClock(db: Database): Clock {
  return async () => {
    const [row] = await db.$queryRaw<[{ now: Date }]>`select clock_timestamp() as now`
    return row.now
  }
}

/** How far this machine's clock is from the database's, in milliseconds; positive when ours is ahead. */
export async function clockSkewMs(clock: Clock): Promise<number> {
  const before = Date.now()
  const there = (await clock()).getTime()
  const after = Date.now()
  return Math.round((before + after) / 2 - there)
}
