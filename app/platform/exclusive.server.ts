// One process at a time: a PostgreSQL advisory lock for work that reaches beyond the database and must not sit in a transaction.
import type { Pool } from 'pg'

/** Runs `work` unless somebody else runs what has the same name now; false then. The lock goes with its connection, so none outlives a crash. */
export async function ifAlone(pool: Pool, name: string, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [name])
    if (!rows[0]?.held) return false
    try {
      await work()
      return true
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch((error: Error) => void (broken = error))
    }
  } finally {
    client.release(broken)
  }
}
