// What a web process may ask of the queue: whether it answers and how much waits. It adds nothing and works nothing.
import { jobNames, type JobName } from '#app/jobs/catalogue.ts'
import type { Environment } from './env.server.ts'
import { openPostgresBackend, openRedisBackend, type BackendQueue } from './queue-backends.server.ts'
import { within } from './trouble.server.ts'

export const countedStates = ['waiting', 'active', 'delayed', 'failed'] as const

export type QueueDepth = { name: JobName; jobs: Record<(typeof countedStates)[number], number>; /** of the job that waits longest */ oldestAgeMs: number }

export type QueueView = {
  /** Its latency in milliseconds, or null when it does not answer within `withinMs`. */
  ping(withinMs: number): Promise<number | null>
  /** Null when it does not answer within `withinMs`. */
  depths(withinMs: number): Promise<QueueDepth[] | null>
  close(): Promise<void>
}

/** One request for numbers at a time needs no more. */
const CONNECTIONS = 2
const CONNECT_WITHIN_MS = 3_000

export function openQueueView(env: Pick<Environment, 'DATABASE_URL' | 'REDIS_URL'>): QueueView {
  // That it is away is what the answers say.
  const onTrouble = () => {}
  const limits = { connections: CONNECTIONS, connectWithinMs: CONNECT_WITHIN_MS, onTrouble }
  const backend = env.REDIS_URL ? openRedisBackend({ url: env.REDIS_URL, ...limits }) : openPostgresBackend({ url: env.DATABASE_URL!, ...limits })
  let queues: Map<JobName, BackendQueue> | undefined

  function openQueues(): Map<JobName, BackendQueue> {
    queues = new Map(jobNames.map((name) => [name, backend.openQueue(name, { skipMetasUpdate: true })]))
    for (const queue of queues.values()) queue.on('error', onTrouble)
    return queues
  }

  async function depthOf(name: JobName, queue: BackendQueue): Promise<QueueDepth> {
    const counts = await queue.getJobCounts(...countedStates)
    const [oldest] = await queue.getWaiting(0, 0)
    const jobs = Object.fromEntries(countedStates.map((state) => [state, counts[state] ?? 0])) as QueueDepth['jobs']
    return { name, jobs, oldestAgeMs: oldest ? Math.max(0, Date.now() - oldest.timestamp) : 0 }
  }

  async function ping(withinMs: number): Promise<number | null> {
    const begun = performance.now()
    return backend.ping(withinMs).then(
      () => performance.now() - begun,
      () => null,
    )
  }

  return {
    ping,
    async depths(withinMs) {
      if ((await ping(withinMs)) === null) return null
      try {
        return await within(withinMs, Promise.all([...(queues ?? openQueues())].map(([name, queue]) => depthOf(name, queue))))
      } catch {
        // BullMQ remembers a first failure for ever: begin anew the next time.
        queues = undefined
        return null
      }
    },
    async close() {
      await within(1_000, Promise.all([...(queues?.values() ?? [])].map((queue) => queue.close()))).catch(onTrouble)
      await backend.close()
    },
  }
}
