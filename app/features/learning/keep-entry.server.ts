// Keeps what a reader ticked or wrote in a block of a lesson. Nobody but that reader is ever told.
import type { Actor } from '#app/core/access/can.ts'
import { keepsEntries } from '#app/core/enrolment/enrolment.ts'
import { sourceLocale } from '#app/core/kernel/locale.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { readEntry, type EntryFault } from '#app/core/progress/lesson-entry.ts'
import type { World } from '#app/platform/world.server.ts'
import { findLessonText } from '../catalogue/find-lesson-text.server.ts'
import { findStanding } from './find-standing.server.ts'
import { saveEntry } from './lesson-entry-store.server.ts'

/** `block`: its name. */
export type EntryIn = { courseSlug: string; lessonSlug: string; block: string; fields: URLSearchParams }

export async function keepEntry(
  world: Pick<World, 'db' | 'clock'>,
  { personId }: Pick<Actor, 'personId'>,
  { courseSlug, lessonSlug, block: name, fields }: EntryIn,
): Promise<Outcome<null, 'not-enrolled' | 'no-block' | EntryFault>> {
  const standing = await findStanding(world, personId, courseSlug)
  if (!standing || !keepsEntries(standing.state)) return refused('not-enrolled')
  const { version } = standing
  // Blocks are the same in every language.
  const lesson = await findLessonText(world, version.id, lessonSlug, sourceLocale)
  const block = lesson?.blocks.find((each) => each.name === name)
  if (!lesson || !block) return refused('no-block')
  const { entry, fault } = readEntry(block, fields)
  if (fault) return refused(fault)
  await saveEntry(world.db, { personId, courseId: version.courseId, lessonKey: lesson.key, block: name }, { entry, savedAt: await world.clock() })
  return done(null)
}
