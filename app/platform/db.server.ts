// The one door to PostgreSQL. Transactions are READ COMMITTED with explicit row locks; what may be repeated is repeated.
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient, Prisma } from '#prisma/client/client.ts'

export type Database = PrismaClient
export type Transaction = Prisma.TransactionClient
/** Either: for reads that do not care. */
export type Queryable = Database | Transaction

export type OpenDatabase = { db: Database; pool: pg.Pool; close(): Promise<void> }

/** `connections` is the most this process holds open at once. */
export function openDatabase(url: string, { connections = 10 }: { connections?: number } = {}): OpenDatabase {
  const pool = new pg.Pool({ connectionString: url, max: connections, application_name: 'catedra', statement_timeout: 20_000, idle_in_transaction_session_timeout: 30_000 })
  // A connection cut by a database restart is replaced by the pool; unheard, the event would end the process. The pool
  // hears it for idle connections alone.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    db,
    pool,
    async close() {
      await db.$disconnect()
      if (!pool.ended) await pool.end()
    },
  }
}

/** How often a transaction that lost a race is begun again, and the longest pause before it: pauses double, with jitter. */
const TRIES = 7
const LONGEST_PAUSE_MS = 1_000

/** serialization_failure, deadlock_detected: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const RETRIED_SQL_STATES = ['40001', '40P01']
/** Write conflict; transaction could not be started or timed out. */
const RETRIED_PRISMA_CODES = ['P2034', 'P2028']

function isRetried(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  if (RETRIED_PRISMA_CODES.includes(error.code)) return true
  const cause = (error.meta as { driverAdapterError?: { cause?: { originalCode?: string; kind?: string } } } | undefined)?.driverAdapterError?.cause
  return RETRIED_SQL_STATES.includes(cause?.originalCode ?? '') || cause?.kind === 'TransactionWriteConflict'
}

/** Whether a write was refused because its unique key is taken. */
export function isTaken(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  const cause = (error.meta as { driverAdapterError?: { cause?: { originalCode?: string } } } | undefined)?.driverAdapterError?.cause
  return error.code === 'P2002' || cause?.originalCode === '23505'
}

/** Runs `work` in one transaction, again when the database asks for it. `work` touches nothing but the database. */
export async function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, { maxWait: 15_000, timeout: 20_000, isolationLevel: 'ReadCommitted' })
    } catch (error) {
      if (attempt >= TRIES || !isRetried(error)) throw error
      const pause = Math.min(LONGEST_PAUSE_MS, 20 * 2 ** attempt)
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())))
    }
  }
}

/** Whether the database answers within `withinMs`; its latency in milliseconds, or null. */
export async function pingDatabase(pool: pg.Pool, withinMs: number): Promise<number | null> {
  const begun = performance.now()
  try {
    await Promise.race([pool.query('select 1'), new Promise((_, refuse) => setTimeout(() => refuse(new Error('slow')), withinMs).unref())])
    return performance.now() - begun
  } catch {
    return null
  }
}
