// The relay makes jobs of committed events. Several may run: none waits for another, and none takes what another holds.
// A crash between adding and marking doubles a job, which is a hint; it never loses one.
import { eventTypes, type EventType } from '#app/core/kernel/events.ts'
import { jobCatalogue, jobOf } from '#app/jobs/catalogue.ts'
import { inTransaction } from './db.server.ts'
import { EVENTS_CHANNEL } from './events.server.ts'
import { listen } from './listen.server.ts'
import type { AddedJob, JobQueue } from './queue.server.ts'
import { deleteRelayedBefore, holdWaitingEvents, markRelayed, type WaitingEvent } from './relay-store.server.ts'
import { saySometimes } from './trouble.server.ts'
import type { World } from './world.server.ts'

type RelayWorld = Pick<World, 'db' | 'log'>

/** One round trip to the queue for each name in it. */
const BATCH = 500
/** For notifications that were not heard. */
const LOOK_EVERY_MS = 2_000

/**
 * Adds the jobs of the oldest waiting events; gives how many events are done with. The rows are held meanwhile: nobody but
 * another relay wants them, and `add` gives up within seconds.
 */
export async function relayWaitingEvents(world: RelayWorld, queue: Pick<JobQueue, 'add'>): Promise<number> {
  return inTransaction(world.db, async (tx) => {
    const events = await holdWaitingEvents(tx, BATCH)
    if (events.length === 0) return 0
    await queue.add(events.flatMap((event) => promisedBy(event, world.log)))
    await markRelayed(tx, events.map((event) => event.id))
    return events.length
  })
}

/** None for an event that this release does not know, or whose subject is no id: it would block all others for ever. */
function promisedBy(event: WaitingEvent, log: World['log']): AddedJob[] {
  if (isEventType(event.type)) {
    const job = jobOf({ type: event.type, subjectId: event.subjectId })
    if (jobCatalogue[job.name].payload.safeParse(job.payload).success) return [{ id: `event-${event.id}`, job }]
  }
  log.warn({ event: String(event.id) }, 'event promises nothing that this release knows')
  return []
}

/** Long enough to see what was relayed and when, should somebody ask. */
const KEPT_MS = 7 * 24 * 3600 * 1000

/** How many events were forgotten that were relayed long ago. */
export async function forgetRelayedEvents(world: Pick<World, 'db' | 'clock'>): Promise<number> {
  return deleteRelayedBefore(world.db, new Date((await world.clock()).getTime() - KEPT_MS))
}

function isEventType(type: string): type is EventType {
  return (eventTypes as readonly string[]).includes(type)
}

export type Relay = { close(): Promise<void> }

/** Relays what waits, what comes, and what a missed notification would have left. */
export function startRelay(world: RelayWorld & { databaseUrl: string }, queue: Pick<JobQueue, 'add'>): Relay {
  const onTrouble = saySometimes(world.log, 'events wait: the queue or the database does not take them')
  let closed = false
  let running: Promise<void> | null = null
  let wokenMeanwhile = false

  async function drain(): Promise<void> {
    do {
      wokenMeanwhile = false
      try {
        while (!closed && (await relayWaitingEvents(world, queue)) === BATCH);
      } catch (error) {
        onTrouble(error)
      }
    } while (wokenMeanwhile && !closed)
  }

  function wake(): void {
    wokenMeanwhile = true
    if (!closed) running ??= drain().finally(() => (running = null))
  }

  const timer = setInterval(wake, LOOK_EVERY_MS)
  const listening = listen(world.databaseUrl, EVENTS_CHANNEL, world.log, wake)
  return {
    async close() {
      closed = true
      clearInterval(timer)
      await listening.close()
      await running
    },
  }
}
