// BullMQ on PostgreSQL, in the site's own database, or on Redis: the two behave alike, which one contract suite proves on both.
import { setTimeout } from 'node:timers/promises'
import { assertSchemaCompatibility, createPostgresBackend, createRedisBackend, LATEST_SCHEMA_VERSION, runMigrations, withBackend } from 'bullmq'
import type { Job as QueuedJob, QueueOptions, WorkerOptions } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { within } from './trouble.server.ts'

/** Options that mean the same on both. */
type CommonQueueOptions = Pick<QueueOptions, 'defaultJobOptions' | 'streams' | 'skipMetasUpdate'>
type CommonWorkerOptions = Omit<WorkerOptions, 'connection' | 'prefix'>

/** What is used of BullMQ's Queue. */
export type BackendQueue = {
  addBulk(jobs: { name: string; data: object; opts: { jobId: string; attempts: number; backoff: { type: 'exponential'; delay: number } } }[]): Promise<unknown>
  getJobCounts(...states: ('waiting' | 'active' | 'delayed' | 'failed')[]): Promise<Record<string, number>>
  getWaiting(from: number, to: number): Promise<{ timestamp: number }[]>
  waitUntilReady(): Promise<unknown>
  on(event: 'error', heard: (error: Error) => void): unknown
  close(): Promise<void>
}

/** What is used of BullMQ's Worker. */
export type BackendWorker = {
  waitUntilReady(): Promise<unknown>
  on(event: 'error', heard: (error: Error) => void): unknown
  on(event: 'failed', heard: (job: QueuedJob | undefined, error: Error) => void): unknown
  close(): Promise<void>
}

export type Backend = {
  name: 'postgres' | 'redis'
  openQueue(name: string, options: CommonQueueOptions): BackendQueue
  openWorker(name: string, processor: (job: QueuedJob) => Promise<void>, options: CommonWorkerOptions): BackendWorker
  /** False when an answer is not to be hoped for: nothing is sent, so nothing piles up. */
  isConnected(): boolean
  /** @throws when there is no answer within `withinMs` */
  ping(withinMs: number): Promise<void>
  /** After the queues and workers on it were closed. */
  close(): Promise<void>
}

type Connections = {
  url: string
  /** At most, on PostgreSQL. */
  connections: number
  /** BullMQ remembers for ever that its first connection failed: a worker is patient. */
  connectWithinMs: number
  onTrouble: (error: Error) => void
}

/** BullMQ's own schema in our database. */
const SCHEMA = 'bullmq'
/** While a first connection is being made. */
const LOOK_AGAIN_MS = 20

/** Brings BullMQ's tables up to date, under a lock of its own; nothing to do costs one read. */
export async function migrateQueueTables(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    // Read first: a role that may not create anything can start where everything is there.
    const version = await assertSchemaCompatibility(client, SCHEMA).catch(() => 0)
    if (version < LATEST_SCHEMA_VERSION) await runMigrations(client, SCHEMA)
  } finally {
    await client.end()
  }
}

/** The tables must be there (`migrateQueueTables`). Each worker takes one connection for itself, to listen on. */
export function openPostgresBackend({ url, connections, connectWithinMs, onTrouble }: Connections): Backend {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    options: `-c search_path=${SCHEMA}`,
    application_name: 'catedra-queue',
    keepAlive: true,
    connectionTimeoutMillis: connectWithinMs,
    statement_timeout: 20_000,
  })
  pool.on('error', onTrouble)
  pool.on('connect', (client) => client.on('error', onTrouble))
  const { Queue, Worker } = withBackend(createPostgresBackend)
  return {
    name: 'postgres',
    openQueue: (name, options) => new Queue(name, { ...options, connection: pool }) as BackendQueue,
    openWorker: (name, processor, options) => new Worker(name, processor, { ...options, connection: pool }),
    isConnected: () => !pool.ended,
    ping: async (withinMs) => void (await within(withinMs, pool.query('select 1 from migration limit 1'))),
    close: () => pool.end(),
  }
}

/** `maxRetriesPerRequest: null` is BullMQ's demand for workers, which wait for Redis however long it is away; who adds or asks does not wait. */
export function openRedisBackend({ url, connectWithinMs, onTrouble }: Connections): Backend {
  const patience = { connectTimeout: connectWithinMs, retryStrategy: (times: number) => Math.min(times * 200, 2_000) }
  const asking = new Redis(url, { ...patience, enableOfflineQueue: false, maxRetriesPerRequest: 1 })
  asking.on('error', onTrouble)
  let working: Redis | undefined
  const { Queue, Worker } = withBackend(createRedisBackend)
  return {
    name: 'redis',
    openQueue: (name, options) => new Queue(name, { ...options, connection: asking }) as BackendQueue,
    openWorker(name, processor, options) {
      working ??= new Redis(url, { ...patience, maxRetriesPerRequest: null }).on('error', onTrouble)
      return new Worker(name, processor, { ...options, connection: working })
    },
    isConnected: () => asking.status === 'ready',
    async ping(withinMs) {
      const deadline = performance.now() + withinMs
      while (asking.status !== 'ready' && performance.now() < deadline) await setTimeout(LOOK_AGAIN_MS)
      await within(Math.max(0, deadline - performance.now()), asking.ping())
    },
    async close() {
      asking.disconnect()
      working?.disconnect()
    },
  }
}
