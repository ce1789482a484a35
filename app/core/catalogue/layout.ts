// Which file of a course is what, by its path alone, and which are missing or have no place.
import type { QuizKind } from '../assessment/question.ts'
import { drawingName } from './drawing.ts'
import { isLocale, locales, sourceLocale, type Locale } from '../kernel/locale.ts'

export const COURSE_FILE = 'course.yaml'
export const QUIZ_FILE = 'questions.quiz.yaml'
/** Of the modules that have one. */
export const RANGE_FILE = 'range.quiz.yaml'

/** A fault of a path, not of a line in it. */
export type PathFault = { path: string; message: string; cure: string }

export type LessonFile = { path: string; locale: Locale; folder: string; name: string }

export type Layout = {
  /** In which there is any lesson or quiz; Romanian always. */
  locales: Locale[]
  /** In the order of the course; each language as it is there. */
  lessons: LessonFile[]
  quizzes: { path: string; locale: Locale; folder: string; kind: QuizKind }[]
  drawings: LessonFile[]
  faults: PathFault[]
}

const lessonName = /^\d\d-[a-z0-9]+(-[a-z0-9]+)*\.mdx$/

/** The languages of the folders that there are. */
export function localesOf(paths: readonly string[]): Locale[] {
  const used = new Set(paths.map((path) => path.split('/')[0]))
  return locales.filter((locale) => locale === sourceLocale || used.has(locale))
}

/** @param folders the modules' folders in their order; null where course.yaml does not tell. */
export function layOut(paths: readonly string[], folders: readonly (string | null)[]): Layout {
  const present = localesOf(paths)
  const layout: Layout = { locales: present, lessons: [], quizzes: [], drawings: [], faults: [] }
  const inOrder = [...paths].sort((a, b) => orderOf(a, folders) - orderOf(b, folders) || (a < b ? -1 : 1))
  for (const path of inOrder) {
    const [locale, folder, name, ...deeper] = path.split('/')
    if (path === COURSE_FILE) continue
    const isPlaced = isLocale(locale) && folder !== undefined && name !== undefined && deeper.length === 0
    if (!isPlaced) layout.faults.push(stray(path))
    else if (!folders.includes(folder) && !folders.includes(null)) layout.faults.push({ path, message: `The folder ${folder} is no module of the course.`, cure: `Name it in ${COURSE_FILE} under modules, or remove it.` })
    else if (name === QUIZ_FILE) layout.quizzes.push({ path, locale, folder, kind: 'test' })
    else if (name === RANGE_FILE) layout.quizzes.push({ path, locale, folder, kind: 'range' })
    else if (lessonName.test(name)) layout.lessons.push({ path, locale, folder, name })
    else if (drawingName.test(name)) layout.drawings.push({ path, locale, folder, name })
    else layout.faults.push({ path, message: 'The name is not that of a lesson or a drawing.', cure: 'Name it 01-what-it-is-about.mdx, two digits for its place, or what-it-shows.svg: small letters, digits and hyphens.' })
  }
  layout.faults.push(...sameNumbers(layout.lessons), ...missingFiles(layout, folders))
  return layout
}

/** A file that belongs nowhere in a course. */
export function stray(path: string): PathFault {
  return { path, message: 'This is no file of a course.', cure: `A course has ${COURSE_FILE}, <${locales.join('|')}>/<module>/<lesson>.mdx, ${QUIZ_FILE}, ${RANGE_FILE} and drawings as .svg: remove it.` }
}

function orderOf(path: string, folders: readonly (string | null)[]): number {
  const place = folders.indexOf(path.split('/')[1] ?? null)
  return place < 0 ? folders.length : place
}

function sameNumbers(lessons: readonly LessonFile[]): PathFault[] {
  return lessons.flatMap(({ path, name }, index) => {
    const before = lessons[index - 1]
    const isSame = before !== undefined && before.path.slice(0, -before.name.length) === path.slice(0, -name.length) && before.name.slice(0, 2) === name.slice(0, 2)
    return isSame ? [{ path, message: `${before.name} has the same number.`, cure: 'Give each lesson of a module its own number.' }] : []
  })
}

function missingFiles({ locales: present, lessons, quizzes, drawings }: Layout, folders: readonly (string | null)[]): PathFault[] {
  return folders.flatMap((folder) => {
    if (folder === null) return []
    const names = [...new Set(lessons.filter((lesson) => lesson.folder === folder).map(({ name }) => name))]
    const empty = names.length === 0 ? [{ path: `${sourceLocale}/${folder}`, message: 'The module has no lesson.', cure: 'Write one, or take the module out of course.yaml.' }] : []
    const hasRange = quizzes.some((quiz) => quiz.folder === folder && quiz.kind === 'range')
    const drawn = [...new Set(drawings.filter((drawing) => drawing.folder === folder).map(({ name }) => name))]
    const due = present.flatMap((locale) => [...names, QUIZ_FILE, ...(hasRange ? [RANGE_FILE] : []), ...drawn].map((name) => ({ locale, path: `${locale}/${folder}/${name}` })))
    const there = new Set([...lessons, ...quizzes, ...drawings].map(({ path }) => path))
    const missing = due
      .filter(({ path }) => !there.has(path))
      .map(({ path, locale }) => ({ path, message: `The file is missing, though the course is written in ${locale}.`, cure: `Write it${locale === sourceLocale ? '' : `, or take ${locale}/ away as a whole`}.` }))
    return [...empty, ...missing]
  })
}
