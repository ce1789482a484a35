// What each lesson of a version weighs in each of its languages, in bytes of HTML, so that it can be told before it is opened.
import type { Locale } from '#app/core/kernel/locale.ts'
import type { World } from '#app/platform/world.server.ts'
import { loadLessonSizes } from './lesson-size-store.server.ts'

/** By the lesson's key. */
export async function listLessonSizes(world: Pick<World, 'db'>, versionId: string): Promise<ReadonlyMap<string, Partial<Record<Locale, number>>>> {
  const sizes = new Map<string, Partial<Record<Locale, number>>>()
  for (const { key, locale, bytes } of await loadLessonSizes(world.db, versionId)) sizes.set(key, { ...sizes.get(key), [locale]: bytes })
  return sizes
}
