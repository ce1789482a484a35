// How much a lesson weighs, without reading it: PostgreSQL keeps the length beside the text.
import type { Locale } from '#app/core/kernel/locale.ts'
import type { Queryable } from '#app/platform/db.server.ts'

export type LessonSize = { key: string; locale: Locale; bytes: number }

export async function loadLessonSizes(db: Queryable, versionId: string): Promise<LessonSize[]> {
  return await db.$queryRaw<LessonSize[]>`
    select lesson.key, lesson_text.locale, octet_length(lesson_text.html) as bytes
    from lesson join lesson_text on lesson_text.lesson_id = lesson.id
    where lesson.version_id = ${versionId}::uuid`
}
