// The queue: a hint that there is work. It delivers at least once, in no promised order, and may lose everything:
// what happens once, happens once by the database's keys, and the sweeps in workers/schedule.ts need no queue.
import { UnrecoverableError } from 'bullmq'
import { jobCatalogue, jobNames, type Job, type JobName, type JobPayload } from '#app/jobs/catalogue.ts'
import type { Environment } from './env.server.ts'
import type { Log } from './log.server.ts'
import { migrateQueueTables, openPostgresBackend, openRedisBackend, type BackendQueue, type BackendWorker } from './queue-backends.server.ts'
import { kindOf, saySometimes, within } from './trouble.server.ts'

export type JobHandlers = { [N in JobName]: (payload: JobPayload<N>) => Promise<void> }

/** `id` makes a job one: as long as the queue remembers it, it is not added again. Not all digits, no colon. */
export type AddedJob = { id: string; job: Job }

export type JobQueue = {
  /** All or none of a name. @throws QueueAway or Late, within seconds, when the queue does not take them */
  add(jobs: readonly AddedJob[]): Promise<void>
  /** Starts working. False when the queue is away: it will be worked when it comes. @throws when it is there and of no use */
  work(handlers: JobHandlers): Promise<boolean>
  /** Takes no more jobs, finishes those under way, lets go of all connections. */
  close(): Promise<void>
}

export class QueueAway extends Error {
  override name = 'QueueAway'
}

const ADD_WITHIN_MS = 3_000
/** A queue that is there, on a machine that is busy. */
const READY_WITHIN_MS = 20_000
/** One that may not be there. */
const THERE_WITHIN_MS = 4_000
/** Below the 25 s that a stopping worker has in all. */
const CLOSE_WITHIN_MS = 20_000
/** One waits for jobs of each name, the others carry what is said about them. */
const POSTGRES_CONNECTIONS = jobNames.length + 4

/** Ids are remembered for this long, so that an event told twice is one job. */
const keptWhenDone = { age: 3_600, count: 5_000 }
/** For whoever looks what went wrong; the sweep begins anew from the database. */
const keptWhenFailed = { age: 7 * 24 * 3_600, count: 1_000 }
/** Nobody listens to BullMQ's own events; ours are in the table `event`. */
const streams = { events: { maxLen: 100 } }

const workerOptions = {
  // A dead worker's job is taken over after 10 s and at most two checks.
  lockDuration: 10_000,
  stalledInterval: 5_000,
  // Default 1: two crashes on the same job and it would be given up for ever.
  maxStalledCount: 50,
  // After the queue was away.
  runRetryDelay: 2_000,
}

/** Opens the queue of a worker process: Redis when REDIS_URL is set, else PostgreSQL, whose tables are brought up to date. */
export async function openQueue(env: Pick<Environment, 'DATABASE_URL' | 'REDIS_URL'>, log: Log): Promise<JobQueue> {
  const onTrouble = saySometimes(log, 'queue is in trouble')
  if (!env.REDIS_URL) await migrateQueueTables(env.DATABASE_URL!)
  const limits = { connections: POSTGRES_CONNECTIONS, connectWithinMs: READY_WITHIN_MS, onTrouble }
  const backend = env.REDIS_URL ? openRedisBackend({ url: env.REDIS_URL, ...limits }) : openPostgresBackend({ url: env.DATABASE_URL!, ...limits })
  await backend.ping(THERE_WITHIN_MS).catch(onTrouble)
  const defaultJobOptions = { removeOnComplete: keptWhenDone, removeOnFail: keptWhenFailed, stackTraceLimit: 0 }
  const queues = new Map<JobName, BackendQueue>()
  for (const name of jobNames) {
    const queue = backend.openQueue(name, { defaultJobOptions, streams })
    queue.on('error', onTrouble)
    queues.set(name, queue)
  }
  const workers: BackendWorker[] = []

  return {
    async add(jobs) {
      if (!backend.isConnected()) throw new QueueAway(`${backend.name} is not connected`)
      for (const [name, queue] of queues) {
        const mine = jobs.filter(({ job }) => job.name === name)
        if (mine.length > 0) await within(ADD_WITHIN_MS, queue.addBulk(mine.map(toBullmq)))
      }
    },
    async work(handlers) {
      for (const name of jobNames) {
        const worker = backend.openWorker(name, processorOf(name, handlers[name] as (payload: unknown) => Promise<void>, log), { ...workerOptions, concurrency: jobCatalogue[name].concurrency })
        worker.on('error', onTrouble)
        workers.push(worker)
      }
      if (!backend.isConnected()) return false
      await within(READY_WITHIN_MS, Promise.all([...queues.values(), ...workers].map((part) => part.waitUntilReady())))
      return true
    },
    async close() {
      await within(CLOSE_WITHIN_MS, Promise.all(workers.map((worker) => worker.close()))).catch(onTrouble)
      if (backend.isConnected()) await within(ADD_WITHIN_MS, Promise.all([...queues.values()].map((queue) => queue.close()))).catch(onTrouble)
      await within(ADD_WITHIN_MS, backend.close()).catch(onTrouble)
    },
  }
}

function toBullmq({ id, job }: AddedJob) {
  const { attempts, backoffMs, payload } = jobCatalogue[job.name]
  return { name: job.name, data: payload.parse(job.payload), opts: { jobId: id, attempts, backoff: { type: 'exponential' as const, delay: backoffMs } } }
}

/**
 * What is in the queue may have been put there by anybody who can write to it, or by another release: what does not fit is
 * dropped, with its id and nothing of its content in the log. What a handler throws is told by its kind alone, because
 * messages of databases and mail servers quote names and addresses.
 */
function processorOf(name: JobName, handle: (payload: unknown) => Promise<void>, log: Log) {
  return async (job: { id?: string; name: string; data: unknown; attemptsMade: number }): Promise<void> => {
    const about = { job: name, id: job.id?.slice(0, 80) }
    const payload = jobCatalogue[name].payload.safeParse(job.data)
    if (job.name !== name || !payload.success) {
      log.warn(about, 'job dropped: not what its queue is for')
      throw new UnrecoverableError('not what its queue is for')
    }
    try {
      await handle(payload.data)
    } catch (error) {
      const kind = kindOf(error)
      log.warn({ ...about, kind, attempt: job.attemptsMade + 1 }, 'job failed')
      log.debug({ ...about, err: error }, 'job failed')
      throw new Error(kind)
    }
  }
}
