// Checks the lessons of a course: each for itself, each beside the same lesson in Romanian, all beside each other and the site.
import { findRepeats, problem, type FileFault, type OwnFault, type Problem } from '#app/core/catalogue/fault.ts'
import { compareBlocks } from '#app/core/catalogue/lesson-blocks.ts'
import type { Layout, LessonFile } from '#app/core/catalogue/layout.ts'
import { compareLessonHeads } from '#app/core/catalogue/lesson-head.ts'
import { isFairlyDeclared, measureMinutes } from '#app/core/catalogue/lesson-minutes.ts'
import { warnOfStyle } from '#app/core/catalogue/readability.ts'
import { sourceLocale } from '#app/core/kernel/locale.ts'
import type { AddressBook } from './address-book.server.ts'
import { checkAddresses } from './check-addresses.server.ts'
import { readLesson, type ReadLesson } from './read-lesson.server.ts'

export type CheckedLesson = LessonFile & { read: ReadLesson }

export type CheckedLessons = { lessons: CheckedLesson[]; faults: OwnFault[]; warnings: OwnFault[] }

export async function checkLessons(files: ReadonlyMap<string, Uint8Array>, { locales, lessons: found }: Layout, book: AddressBook): Promise<CheckedLessons> {
  const lessons = found.map((file) => ({ ...file, read: readLesson(files.get(file.path)!) }))
  const faults = lessons.map(async (lesson) => {
    const { path, locale, read } = lesson
    const own = [...read.faults, ...read.locate(checkMinutes(lesson)), ...compareWithSource(lessons, lesson)]
    return [...own, ...(await checkAddresses(read.survey.addresses, book, locale))].map((fault) => ({ ...fault, path }))
  })
  return {
    lessons,
    faults: [...(await Promise.all(faults)).flat(), ...locales.flatMap((locale) => repeatedFields(lessons.filter((lesson) => lesson.locale === locale)))],
    warnings: lessons.flatMap(({ path, locale, read }) => warnOfStyle(read.survey.passages, locale).map((warning) => ({ ...warning, path }))),
  }
}

/** Measured in Romanian: minutes are the same in every language. */
function checkMinutes({ locale, read: { known, words, survey } }: CheckedLesson): Problem[] {
  if (locale !== sourceLocale || known.minutes === undefined || words === 0) return []
  const measured = measureMinutes(words, survey.components)
  if (isFairlyDeclared(known.minutes, measured)) return []
  return [problem(['minutes'], `"minutes" is ${known.minutes}; reading and doing the lesson takes about ${Math.round(measured)}.`, `Write ${Math.round(measured)}, or change how long it takes.`)]
}

function compareWithSource(lessons: readonly CheckedLesson[], lesson: CheckedLesson): FileFault[] {
  const source = findSource(lessons, lesson)
  if (!source) return []
  return [...lesson.read.locate(compareLessonHeads(source.read.known, lesson.read.known)), ...compareBlocks(source.read.survey.blocks, lesson.read.survey.blocks)]
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
