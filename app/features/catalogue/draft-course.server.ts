// A course as far as it can be drawn while it is being written. What cannot be drawn yet says in its place what is wrong with it.
import type { CourseFile } from '#app/core/catalogue/course-file.ts'
import type { Course } from '#app/core/catalogue/course.ts'
import { formatFault, type Fault } from '#app/core/catalogue/fault.ts'
import { QUIZ_FILE } from '#app/core/catalogue/layout.ts'
import { measureMinutes } from '#app/core/catalogue/lesson-minutes.ts'
import { sourceLocale, type Locale } from '#app/core/kernel/locale.ts'
import { renderLesson } from '#app/platform/mdx.server.ts'
import type { AddressBook } from './address-book.server.ts'
import { assembleCourse, type CompleteLesson } from './assemble-course.server.ts'
import { inspectCourse, type InspectedCourse } from './check-course.server.ts'
import type { CheckedQuizFile } from './check-quizzes.server.ts'
import type { CourseFolder } from './read-course-folders.server.ts'

export type DraftLesson = {
  slug: string
  title: string
  minutes: number
  /** Null where the lesson cannot be read. */
  measuredMinutes: number | null
  /** The file in each of its languages, as faults name it. */
  files: Partial<Record<Locale, string>>
}

/** `course` is null when course.yaml has a fault. */
export type DraftCourse = { course: Course | null; lessons: DraftLesson[]; faults: Fault[]; warnings: Fault[] }

/** More are mended one after the other. */
const MOST_FAULTS_SHOWN = 20

export async function draftCourse(folder: CourseFolder, book: AddressBook): Promise<DraftCourse> {
  const inspected = await inspectCourse(folder, book)
  const { file, faults, warnings } = inspected
  if (!file) return { course: null, lessons: [], faults, warnings }
  const lessons = await Promise.all(nameApart(inspected.lessons).map((lesson) => standIn(lesson, faultsIn(faults, folder, lesson.path))))
  const course = await assembleCourse(file, lessons, soundQuizzes(file, inspected, folder))
  const sources = lessons.filter(({ locale }) => locale === sourceLocale)
  return {
    course,
    lessons: sources.map(({ folder: module, name, read: { head, words, survey } }) => ({
      slug: head!.slug,
      title: head!.title,
      minutes: head!.minutes,
      measuredMinutes: words === 0 ? null : Math.round(measureMinutes(words, survey.components)),
      files: Object.fromEntries(lessons.filter((lesson) => lesson.folder === module && lesson.name === name).map(({ locale, path }) => [locale, `${folder.root}/${path}`])),
    })),
    faults,
    warnings,
  }
}

function faultsIn(faults: readonly Fault[], { root }: CourseFolder, path: string): Fault[] {
  return faults.filter(({ file }) => file === `${root}/${path}`)
}

/** Every lesson has a head with an identity and an address of its own, made of its name where the author's will not do. */
function nameApart(lessons: readonly CompleteLesson[]): CompleteLesson[] {
  const taken = new Set<string>()
  return lessons.map((lesson) => {
    const { folder, name, locale, read } = lesson
    const own = name.replace(/\.mdx$/, '')
    const { id, slug } = read.known
    const isOwn = id !== undefined && slug !== undefined && (locale !== sourceLocale || (!taken.has(id) && !taken.has(slug)))
    if (isOwn && locale === sourceLocale) taken.add(id).add(slug)
    const identity = isOwn ? { id, slug } : { id: `${folder}.${own}`, slug: `${folder}-${own}` }
    const head = { title: own, minutes: 1, competences: [], ...read.known, ...identity }
    return { ...lesson, read: { ...read, head } }
  })
}

/** The lesson, or where it cannot be drawn one that says why. */
async function standIn(lesson: CompleteLesson, faults: readonly Fault[]): Promise<CompleteLesson> {
  const isDrawn = lesson.read.source !== '' && (faults.length === 0 || (await renderLesson(lesson.read.source, lesson.locale, lesson.beside).then(() => true, () => false)))
  if (isDrawn) return lesson
  const lines = faults.slice(0, MOST_FAULTS_SHOWN).map((fault) => `- ${escape(formatFault(fault))}`)
  const source = ['<Callout tone="important" title="Lecția nu poate fi arătată încă · This lesson cannot be shown yet">', ...lines, '</Callout>'].join('\n\n')
  return { ...lesson, read: { ...lesson.read, source, words: 0 } }
}

/** Markdown that reads as this text. */
function escape(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

/** Of each module its quiz, or an empty one where it cannot be asked yet. */
function soundQuizzes({ modules }: CourseFile, { quizzes, faults }: InspectedCourse, folder: CourseFolder): CheckedQuizFile[] {
  return modules.flatMap(({ id, folder: module, title }) => {
    const isSound = (kind: CheckedQuizFile['kind']) => {
      const own = quizzes.filter((quiz) => quiz.folder === module && quiz.kind === kind)
      return own.some(({ locale }) => locale === sourceLocale) && own.every(({ path, checked }) => checked.quiz && faultsIn(faults, folder, path).length === 0)
    }
    const sound = quizzes.filter((quiz) => quiz.folder === module && isSound(quiz.kind))
    if (isSound('test')) return sound
    const quiz = { id: `${id}.draft`, title: title.ro, questions: [] }
    return [...sound, { path: `${sourceLocale}/${module}/${QUIZ_FILE}`, locale: sourceLocale, folder: module, kind: 'test' as const, checked: { quiz, id: quiz.id, questionIds: [], questions: [], problems: [] }, locate: () => [] }]
  })
}
