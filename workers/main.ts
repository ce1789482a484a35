// A worker process: makes jobs of events, works jobs, and does what recurs, until it is told to stop.
import { registerIssuerKeys } from '#app/features/certification/register-issuer-keys.server.ts'
import type { Environment } from '#app/platform/env.server.ts'
import { openQueue, type JobHandlers, type JobQueue } from '#app/platform/queue.server.ts'
import { startRelay } from '#app/platform/relay.server.ts'
import { requireRightClock, watchClock, type WrongClock } from './clock-guard.ts'
import { handlersIn } from './registry.ts'
import { schedule } from './schedule.ts'
import { startSchedule } from './sweep.ts'
import { openWorkerWorld, type OpenWorkerWorld } from './world.ts'

export type RunningWorker = {
  /** Takes no more work, finishes what is under way, lets go of everything. Called again, it waits for the same. */
  stop(): Promise<void>
}

type WorkerOptions = {
  /** The clock was right at the start and is wrong now: stop, and exit with the line it brings. */
  onWrongClock(error: WrongClock): void
}

/** Returns when a job can be worked. @throws WrongClock, EnvironmentError, or when the database does not answer */
export async function startWorker(env: Environment, { onWrongClock }: WorkerOptions): Promise<RunningWorker> {
  const world = openWorkerWorld(env)
  let queue: JobQueue | undefined
  try {
    await requireRightClock(world.clock)
    await registerIssuerKeys(world, world.keys)
    queue = await openQueue(env, world.log)
    const handlers = handlersIn(world)
    if (!(await queue.work(handlers))) world.log.warn('the queue is away: sweeps keep what is promised meanwhile')
    return run(env, world, queue, handlers, onWrongClock)
  } catch (error) {
    await queue?.close()
    await world.close()
    throw error
  }
}

function run(env: Environment, world: OpenWorkerWorld, queue: JobQueue, handlers: JobHandlers, onWrongClock: WorkerOptions['onWrongClock']): RunningWorker {
  const relay = startRelay({ db: world.db, log: world.log, databaseUrl: env.DATABASE_URL! }, queue)
  const recurring = startSchedule(schedule, world, handlers)
  const unwatch = watchClock(world.clock, onWrongClock)
  world.log.info({ queue: env.REDIS_URL ? 'redis' : 'postgres' }, 'worker works')

  async function stopAll(): Promise<void> {
    unwatch()
    await Promise.all([relay.close(), recurring.stop(), queue.close()])
    await world.close()
  }

  let stopping: Promise<void> | undefined
  return { stop: () => (stopping ??= stopAll()) }
}
