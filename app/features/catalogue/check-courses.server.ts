// Checks courses together: none may pass for another.
import { inReadingOrder, type Fault } from '#app/core/catalogue/fault.ts'
import { openAddressBook } from './address-book.server.ts'
import { checkCourse, readIdentity, type CheckedCourse } from './check-course.server.ts'
import type { CourseFolder } from './read-course-folders.server.ts'

/** @param others courses that are known to be in order and need not be checked again. */
export async function checkCourses(folders: readonly CourseFolder[], others: readonly CourseFolder[]): Promise<Map<CourseFolder, CheckedCourse>> {
  const identities = [...folders, ...others].map((folder) => ({ folder, ...readIdentity(folder) }))
  const book = openAddressBook([...folders, ...others])
  const checked = new Map<CourseFolder, CheckedCourse>()
  // One after the other: each is drawn with all processors.
  for (const folder of folders) {
    const own = await checkCourse(folder, book)
    const clashes = findClashes(own, identities.filter((identity) => identity.folder !== folder))
    checked.set(folder, clashes.length > 0 ? { ...own, course: null, faults: inReadingOrder([...own.faults, ...clashes]) } : own)
  }
  return checked
}

type Identity = { folder: CourseFolder; id: string | null; slug: string | null }

function findClashes({ identity }: CheckedCourse, others: readonly Identity[]): Fault[] {
  return (['id', 'slug'] as const).flatMap((field) =>
    others.filter((other) => identity[field] !== null && other[field] === identity[field]).map(({ folder }) => identity.at(field, `"${identity[field]}" is also the ${field} of ${folder.root}.`, 'Give each course its own.')),
  )
}
