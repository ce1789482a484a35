// What people entered in lessons. Every read and write names the one person whom it is for.
import { lessonEntry, type LessonEntry } from '#app/core/progress/lesson-entry.ts'
import type { Queryable } from '#app/platform/db.server.ts'

type Place = { personId: string; courseId: string; lessonKey: string }
export type SavedEntry = { entry: LessonEntry; savedAt: Date }

/** By the block's name. */
export async function listEntries(db: Queryable, { personId, courseId, lessonKey }: Place): Promise<Map<string, SavedEntry>> {
  const rows = await db.lessonEntry.findMany({ where: { personId, courseId, lessonKey }, select: { block: true, value: true, savedAt: true } })
  return new Map(rows.map(({ block, value, savedAt }) => [block, { entry: lessonEntry.parse(value), savedAt }]))
}

/** The last one stays. */
export async function saveEntry(db: Queryable, place: Place & { block: string }, { entry, savedAt }: SavedEntry): Promise<void> {
  await db.lessonEntry.upsert({ where: { personId_courseId_lessonKey_block: place }, create: { ...place, value: entry, savedAt }, update: { value: entry, savedAt } })
}
