// Checks a course as a whole and draws it: every fault of every file at once, or the course ready to be published.
import { checkCourseFile, type CheckedCourseFile, type CourseFile } from '#app/core/catalogue/course-file.ts'
import type { Course } from '#app/core/catalogue/course.ts'
import { inReadingOrder, problem, type Fault, type FileFault, type OwnFault, type Problem } from '#app/core/catalogue/fault.ts'
import { definitionsIn } from '#app/core/catalogue/glossary.ts'
import { COURSE_FILE, layOut, localesOf, stray } from '#app/core/catalogue/layout.ts'
import { sourceLocale, type Locale } from '#app/core/kernel/locale.ts'
import type { AddressBook } from './address-book.server.ts'
import { assembleCourse, type CompleteLesson } from './assemble-course.server.ts'
import { checkDrawings } from './check-drawings.server.ts'
import { checkTerms } from './check-glossary.server.ts'
import { checkLessons, type CheckedLesson } from './check-lessons.server.ts'
import { checkQuizzes, type CheckedQuizFile } from './check-quizzes.server.ts'
import type { CourseFolder } from './read-course-folders.server.ts'
import { readText } from './read-text.server.ts'
import { readYaml } from './read-yaml.server.ts'

type Findings = {
  faults: Fault[]
  /** What could be better: it keeps nothing from being published. */
  warnings: Fault[]
  /** What tells the course from others, as far as it could be read, and where that stands. */
  identity: { id: string | null; slug: string | null; at(field: 'id' | 'slug' | 'change', message: string, cure: string): Fault }
}

/** All that could be read of a course, faults or not. */
export type InspectedCourse = Findings & { file: CourseFile | null; lessons: CompleteLesson[]; quizzes: CheckedQuizFile[] }

/** `course` is null when there is any fault. */
export type CheckedCourse = Findings & { course: Course | null }

export async function checkCourse(folder: CourseFolder, book: AddressBook): Promise<CheckedCourse> {
  const { file, lessons, quizzes, ...findings } = await inspectCourse(folder, book)
  return { ...findings, course: file && findings.faults.length === 0 ? await assembleCourse(file, lessons, quizzes) : null }
}

export async function inspectCourse(folder: CourseFolder, book: AddressBook): Promise<InspectedCourse> {
  const paths = [...folder.files.keys()]
  const file = readCourseFile(folder, localesOf(paths))
  const layout = layOut(paths, file.checked.folders)
  const atStart = (fault: { path: string; message: string; cure: string }): OwnFault => ({ ...fault, line: 1, column: 1 })
  const lessons = await checkLessons(folder.files, layout, book)
  const quizzes = checkQuizzes(folder.files, layout)
  const drawings = checkDrawings(folder.files, layout, lessons.lessons, file.checked.assets)
  const own = [
    ...file.faults,
    ...file.locate(drawings.problems).map(ofCourseFile),
    ...[...folder.strays.map(stray), ...layout.faults].map(atStart),
    ...lessons.faults,
    ...quizzes.faults,
    ...drawings.faults,
    ...checkTerms(folder.glossary, lessons.lessons),
  ]
  const usesTerms = lessons.lessons.some(({ read }) => read.survey.terms.length > 0)
  const faults = inReadingOrder([...own.map((fault) => named(folder, fault)), ...(usesTerms ? folder.glossary.faults : [])])
  return {
    file: file.checked.course,
    lessons: lessons.lessons.map((lesson) => ({ ...lesson, beside: { figures: drawings.figuresOf(lesson), definitions: definitionsIn(folder.terms, lesson.locale) } })),
    quizzes: quizzes.quizzes,
    faults,
    warnings: inReadingOrder([...file.locate(compareActivities(file.checked, lessons.lessons)).map(ofCourseFile), ...lessons.warnings].map((warning) => named(folder, warning))),
    identity: {
      id: file.checked.id,
      slug: file.checked.slug,
      at(field, message, cure) {
        const [place = { line: 1, column: 1 }] = file.locate([problem([field], message, cure)])
        return named(folder, { ...place, path: COURSE_FILE, message, cure })
      },
    },
  }
}

/** What tells a course from others, without a look at the rest of it. */
export function readIdentity(folder: CourseFolder): { id: string | null; slug: string | null } {
  const { id, slug } = readCourseFile(folder, []).checked
  return { id, slug }
}

type ReadCourseFile = { checked: CheckedCourseFile; faults: OwnFault[]; locate: ReturnType<typeof readYaml>['locate'] }

function readCourseFile({ name, files }: CourseFolder, locales: readonly Locale[]): ReadCourseFile {
  const unread: CheckedCourseFile = { course: null, id: null, slug: null, folders: [null], assets: null, problems: [] }
  const owned = (faults: readonly FileFault[]): OwnFault[] => faults.map(ofCourseFile)
  const bytes = files.get(COURSE_FILE)
  if (!bytes) return { checked: unread, faults: owned([{ line: 1, column: 1, message: 'The file is missing.', cure: 'Write it: what the course is, and its modules.' }]), locate: () => [] }
  const { text, faults } = readText(bytes)
  const yaml = text === null ? null : readYaml(text)
  if (!yaml || yaml.faults.length > 0) return { checked: unread, faults: owned([...faults, ...(yaml?.faults ?? [])]), locate: () => [] }
  const checked = checkCourseFile(yaml.value, locales)
  if (checked.slug !== null && checked.slug !== name) checked.problems.push(problem(['slug'], `"slug" is ${checked.slug}, the folder ${name}.`, 'Give both one name.'))
  return { checked, faults: owned([...faults, ...yaml.locate(checked.problems)]), locate: yaml.locate }
}

/** What is done in class takes what the course says it does. */
function compareActivities({ course }: CheckedCourseFile, lessons: readonly CheckedLesson[]): Problem[] {
  return (course?.modules ?? []).flatMap(({ folder, minutes: { activity } }, index) => {
    const described = lessons.filter((lesson) => lesson.folder === folder && lesson.locale === sourceLocale).reduce((sum, { read }) => sum + read.survey.activityMinutes, 0)
    if (described === activity) return []
    return [problem(['modules', index, 'minutes', 'activity'], `"activity" is ${activity} minutes; the module's lessons hold <Activity> for ${described}.`, 'Give both the same minutes.')]
  })
}

function ofCourseFile(fault: FileFault): OwnFault {
  return { ...fault, path: COURSE_FILE }
}

function named({ root }: CourseFolder, { path, line, column, message, cure }: OwnFault): Fault {
  return { file: `${root}/${path}`, line, column, message, cure }
}
