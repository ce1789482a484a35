import { signStatusList } from '#app/features/certification/sign-status-list.server.ts'
import type { JobPayload } from '#app/jobs/catalogue.ts'
import type { WorkerWorld } from '#workers/world.ts'

export async function handle(world: WorkerWorld, { statusListId }: JobPayload<'status-list.sign'>): Promise<void> {
  await signStatusList(world, Number(statusListId))
}
