// Loads the counties and the strategies from prisma/seed/data. May be run at every start.
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import places from '#prisma/seed/data/counties.json' with { type: 'json' }
import strategies from '#prisma/seed/data/strategies.json' with { type: 'json' }
import { saveReferenceData } from './reference-store.server.ts'

export async function loadReferenceData(world: Pick<World, 'db'>): Promise<void> {
  await inTransaction(world.db, (tx) => saveReferenceData(tx, { ...places, ...strategies }))
}
