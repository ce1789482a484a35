// indicator.sync: brings the ledger in line with a person's facts.
import { syncPerson } from '#app/features/strategy/sync-person.server.ts'
import type { JobPayload } from '#app/jobs/catalogue.ts'
import type { WorkerWorld } from '#workers/world.ts'

export async function handle(world: WorkerWorld, payload: JobPayload<'indicator.sync'>): Promise<void> {
  await syncPerson(world, payload.personId)
}
