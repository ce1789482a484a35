// Checks the lessons of a course: each for itself, each beside the same lesson in Romanian, all beside each other.
import { findRepeats, problem, type FileFault, type OwnFault } from '#app/core/catalogue/fault.ts'
import { compareBlocks } from '#app/core/catalogue/lesson-blocks.ts'
import type { Layout, LessonFile } from '#app/core/catalogue/layout.ts'
import { compareLessonHeads } from '#app/core/catalogue/lesson-head.ts'
import { sourceLocale } from '#app/core/kernel/locale.ts'
import { readLesson, type ReadLesson } from './read-lesson.server.ts'

export type CheckedLesson = LessonFile & { read: ReadLesson }

export function checkLessons(files: ReadonlyMap<string, Uint8Array>, { locales, lessons: found }: Layout): { lessons: CheckedLesson[]; faults: OwnFault[] } {
  const lessons = found.map((file) => ({ ...file, read: readLesson(files.get(file.path)!) }))
  const faults = lessons.flatMap((lesson) => [...lesson.read.faults, ...compareWithSource(lessons, lesson)].map((fault) => ({ ...fault, path: lesson.path })))
  return { lessons, faults: [...faults, ...locales.flatMap((locale) => repeatedFields(lessons.filter((lesson) => lesson.locale === locale)))] }
}

function compareWithSource(lessons: readonly CheckedLesson[], lesson: CheckedLesson): FileFault[] {
  const source = findSource(lessons, lesson)
  if (!source) return []
  return [...lesson.read.locate(compareLessonHeads(source.read.known, lesson.read.known)), ...compareBlocks(source.read.blocks, lesson.read.blocks)]
}

function findSource(lessons: readonly CheckedLesson[], { folder, name }: LessonFile): CheckedLesson | undefined {
  return lessons.find((lesson) => lesson.locale === sourceLocale && lesson.folder === folder && lesson.name === name)
}

function repeatedFields(lessons: readonly CheckedLesson[]): OwnFault[] {
  return (['id', 'slug'] as const).flatMap((field) =>
    findRepeats(lessons, ({ read }) => read.known[field]).flatMap(({ item, first, value }) =>
      item.read.locate([problem([field], `"${value}" is already the ${field} of ${first.path}.`, 'Give each lesson its own.')]).map((fault) => ({ ...fault, path: item.path })),
    ),
  )
}
