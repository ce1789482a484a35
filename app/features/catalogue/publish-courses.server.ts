// Publishes what is new in a folder of courses. A course whose files are those of its current version is left as it is, and quickly;
// a course with a fault is not published at all, and the others are.
import { compareTerms, termsOf } from '#app/core/catalogue/course.ts'
import { inReadingOrder, type Fault } from '#app/core/catalogue/fault.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import type { CheckedCourse } from './check-course.server.ts'
import { findCourseAt, findCurrentVersion, getTerms, hasContent, insertVersion, listCurrentHashes, lockPublication, moveEnrolments } from './publication-store.server.ts'
import { isSameContent, isSameSource, readCourseFolders, type CourseFolder } from './read-course-folders.server.ts'

export type Publication = { published: number; unchanged: number; faults: Fault[] }

type Publishing = Pick<World, 'db' | 'clock'>

/** @param folder holds one folder for each course. @throws Error when it does not exist */
export async function publishCourses(world: Publishing, folder: string): Promise<Publication> {
  const [folders, current] = await Promise.all([readCourseFolders(folder), listCurrentHashes(world.db)])
  const isCurrent = ({ contentHash }: CourseFolder) => current.some((stored) => isSameContent(stored, contentHash))
  const unchanged = folders.filter(isCurrent)
  const changed = folders.filter((each) => !isCurrent(each))
  const publication: Publication = { published: 0, unchanged: unchanged.length, faults: [] }
  if (changed.length === 0) return publication

  // The compiler takes longer to load than an unchanged folder to read.
  const { checkCourses } = await import('./check-courses.server.ts')
  for (const [{ contentHash }, checked] of await checkCourses(changed, unchanged)) {
    const result = await publishCourse(world, checked, contentHash)
    if (result === 'published') publication.published += 1
    else if (result === 'unchanged') publication.unchanged += 1
    else publication.faults.push(...result)
  }
  return { ...publication, faults: inReadingOrder(publication.faults) }
}

async function publishCourse(world: Publishing, { course, faults, identity }: CheckedCourse, contentHash: string): Promise<'published' | 'unchanged' | Fault[]> {
  if (!course) return faults
  const publishedAt = await world.clock()
  return await inTransaction(world.db, async (tx) => {
    await lockPublication(tx)
    const current = await findCurrentVersion(tx, course.id)
    // Another process was quicker.
    if (current && isSameContent(current.contentHash, contentHash)) return 'unchanged'
    const taken = await findCourseAt(tx, course.slug, course.id)
    if (taken !== null) return [identity.at('slug', `"${course.slug}" is the address of course ${taken}, which was published before.`, 'Choose another.')]

    // Drawn anew from the same files, it asks for nothing else.
    const isMaterial = !current || (course.change === 'material' && !isSameSource(current.contentHash, contentHash))
    const differences = current && !isMaterial ? compareTerms(await getTerms(tx, current.id), termsOf(course)) : []
    if (differences.length > 0) return [identity.at('change', `"change" is editorial, but ${differences.join('; ')}.`, 'Write material: who is enrolled stays with what was promised.')]

    const number = (current?.number ?? 0) + 1
    // Going back to what was published before is a version of its own.
    const isAgain = await hasContent(tx, course.id, contentHash)
    const versionId = await insertVersion(tx, { course, number, contentHash: isAgain ? `${contentHash}.${number}` : contentHash, isMaterial, publishedAt })
    if (current && !isMaterial) await moveEnrolments(tx, current.id, versionId)
    return 'published'
  })
}
