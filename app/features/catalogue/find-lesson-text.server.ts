// A lesson as it is read, in the reader's language or the nearest there is. Nothing is compiled here: publishing did it.
import { nameBlocks, type NamedBlock } from '#app/core/catalogue/lesson-blocks.ts'
import { chooseLocale, type Locale } from '#app/core/kernel/locale.ts'
import type { World } from '#app/platform/world.server.ts'
import { findLessonTexts } from './version-store.server.ts'

/** `html` is safe to show as it is, with a mark for each of `blocks` in it; `locale` is the language that it and the title are in. */
export type LessonText = { key: string; slug: string; title: string; html: string; blocks: NamedBlock[]; words: number; locale: Locale }

export async function findLessonText(world: Pick<World, 'db'>, versionId: string, lessonSlug: string, locale: Locale): Promise<LessonText | null> {
  const lesson = await findLessonTexts(world.db, versionId, lessonSlug)
  if (!lesson) return null
  const chosen = chooseLocale(lesson.texts.map((text) => text.locale), locale)
  const text = lesson.texts.find((each) => each.locale === chosen)
  if (!text) throw new Error(`lesson ${lesson.key} of version ${versionId} has no Romanian text`)
  const { title, html, blocks, words } = text
  return { key: lesson.key, slug: lesson.slug, title, html, blocks: nameBlocks(blocks), words, locale: chosen }
}
