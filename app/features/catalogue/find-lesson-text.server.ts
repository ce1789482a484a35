// A lesson as it is read, in the reader's language or the nearest there is. Nothing is compiled here: publishing did it.
import { chooseLocale, type Locale } from '#app/core/kernel/locale.ts'
import type { World } from '#app/platform/world.server.ts'
import { findLessonTexts } from './version-store.server.ts'

/** `html` is safe to show as it is; `locale` is the language that it and the title are in. */
export type LessonText = { key: string; slug: string; title: string; html: string; words: number; locale: Locale }

export async function findLessonText(world: Pick<World, 'db'>, versionId: string, lessonSlug: string, locale: Locale): Promise<LessonText | null> {
  const lesson = await findLessonTexts(world.db, versionId, lessonSlug)
  if (!lesson) return null
  const chosen = chooseLocale(lesson.texts.map((text) => text.locale), locale)
  const text = lesson.texts.find((each) => each.locale === chosen)
  if (!text) throw new Error(`lesson ${lesson.key} of version ${versionId} has no Romanian text`)
  const { title, html, words } = text
  return { key: lesson.key, slug: lesson.slug, title, html, words, locale: chosen }
}
