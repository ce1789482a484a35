// Runs what recurs, one worker at a time for each, and keeps promises without the queue.
import { jobCatalogue, type JobName, type JobPayload } from '#app/jobs/catalogue.ts'
import { ifAlone } from '#app/platform/exclusive.server.ts'
import type { JobHandlers } from '#app/platform/queue.server.ts'
import { kindOf } from '#app/platform/trouble.server.ts'
import type { WorkerWorld } from './world.ts'

export type Sweeper = {
  /** Calls the handler for each, as many at once as the queue would; one that fails delays no other. */
  keep<N extends JobName>(name: N, payloads: readonly JobPayload<N>[]): Promise<void>
}

export type Recurring = { name: string; everyMs: number; run(world: WorkerWorld, sweeper: Sweeper): Promise<void> }

export function sweeperOf(world: WorkerWorld, handlers: JobHandlers, stopping: AbortSignal): Sweeper {
  return {
    async keep(name, payloads) {
      const left = [...payloads]
      const handle = handlers[name] as (payload: JobPayload<typeof name>) => Promise<void>
      const work = async () => {
        for (let payload = left.shift(); payload !== undefined && !stopping.aborted; payload = left.shift()) {
          await handle(payload).catch((error: unknown) => world.log.warn({ job: name, payload, kind: kindOf(error) }, 'sweep failed for one'))
        }
      }
      await Promise.all(Array.from({ length: jobCatalogue[name].concurrency }, work))
      if (payloads.length > 0) world.log.info({ job: name, count: payloads.length }, 'sweep kept what was left')
    },
  }
}

/** Does it now, unless another worker does. */
export async function runOnce(recurring: Recurring, world: WorkerWorld, sweeper: Sweeper): Promise<void> {
  try {
    await ifAlone(world.pool, `recurring ${recurring.name}`, () => recurring.run(world, sweeper))
  } catch (error) {
    world.log.warn({ recurring: recurring.name, kind: kindOf(error) }, 'recurring work failed')
  }
}

export type Schedule = { /** Begins nothing more, waits for what runs. */ stop(): Promise<void> }

export function startSchedule(all: readonly Recurring[], world: WorkerWorld, handlers: JobHandlers): Schedule {
  const stopping = new AbortController()
  const sweeper = sweeperOf(world, handlers, stopping.signal)
  const running = new Map<string, Promise<void>>()
  const come = (recurring: Recurring) => {
    if (running.has(recurring.name)) return
    running.set(recurring.name, runOnce(recurring, world, sweeper).finally(() => running.delete(recurring.name)))
  }
  // At once too: what the worker before left is not to wait for the first turn.
  all.forEach(come)
  // Workers that were started together do not come for the same lock together for ever.
  const timers = all.map((recurring) => setInterval(come, recurring.everyMs * (0.9 + Math.random() * 0.1), recurring))
  return {
    async stop() {
      stopping.abort()
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running.values())
    },
  }
}
