// Puts a draft into a database of its own, where it can be looked at with the pages of the site. Nothing of it is for a reader.
import type { Course } from '#app/core/catalogue/course.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { findCurrentVersion, insertVersion, lockPublication } from './publication-store.server.ts'

/** Whatever the author calls it meanwhile, it is one course. */
const DRAFT_ID = 'draft'

export async function publishDraft(world: Pick<World, 'db' | 'clock'>, course: Course): Promise<void> {
  const publishedAt = await world.clock()
  await inTransaction(world.db, async (tx) => {
    await lockPublication(tx)
    const number = ((await findCurrentVersion(tx, DRAFT_ID))?.number ?? 0) + 1
    await insertVersion(tx, { course: { ...course, id: DRAFT_ID }, number, contentHash: `${DRAFT_ID}.${number}`, isMaterial: true, publishedAt })
  })
}
