// What can be linked to in which course: its lessons with their headings, and its quizzes. Read when a link first asks.
import { quizSlugOf } from '#app/core/catalogue/course-file.ts'
import { layOut } from '#app/core/catalogue/layout.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import type { CourseFolder } from './read-course-folders.server.ts'
import { readLesson } from './read-lesson.server.ts'

export type CourseAddresses = {
  quizzes: ReadonlySet<string>
  /** By slug, the anchors of the lesson in each of its languages. */
  lessons: ReadonlyMap<string, Partial<Record<Locale, readonly string[]>>>
}

/** By a course's address; null where there is no such course. */
export type AddressBook = (course: string) => CourseAddresses | null

export function openAddressBook(folders: readonly CourseFolder[]): AddressBook {
  const read = new Map<string, CourseAddresses>()
  return (course) => {
    const folder = folders.find(({ name }) => name === course)
    if (!folder) return null
    const addresses = read.get(course) ?? listAddresses(folder)
    read.set(course, addresses)
    return addresses
  }
}

function listAddresses({ files }: CourseFolder): CourseAddresses {
  const { lessons: found, quizzes } = layOut([...files.keys()], [null])
  const lessons = new Map<string, Partial<Record<Locale, readonly string[]>>>()
  for (const { path, locale } of found) {
    const { known, survey } = readLesson(files.get(path)!)
    if (known.slug !== undefined) lessons.set(known.slug, { ...lessons.get(known.slug), [locale]: survey.anchors })
  }
  return { lessons, quizzes: new Set(quizzes.map(({ folder }) => quizSlugOf(folder))) }
}
