// What a preview knows of its course: read anew whenever a file has changed, and put where the pages of the site find it.
import type { Fault } from '#app/core/catalogue/fault.ts'
import { locales, type Locale } from '#app/core/kernel/locale.ts'
import { openAddressBook } from '#app/features/catalogue/address-book.server.ts'
import { draftCourse, type DraftLesson } from '#app/features/catalogue/draft-course.server.ts'
import { publishDraft } from '#app/features/catalogue/publish-draft.server.ts'
import { readCourseFolders } from '#app/features/catalogue/read-course-folders.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { weighPage, type PageWeight } from './page-weight.ts'

export type PreviewLesson = DraftLesson & { faults: Fault[]; warnings: Fault[]; weights: Partial<Record<Locale, PageWeight>> }

export type Preview = {
  /** Grows with every change that is shown. */
  revision: number
  slug: string
  title: string | null
  lessons: PreviewLesson[]
  /** Of files that are no lesson's. */
  faults: Fault[]
  warnings: Fault[]
}

/** @param site the address of the site that serves `world`. @throws Error when there is no such course */
export async function readPreview(world: Pick<World, 'db' | 'clock'>, { folder, slug, site, revision }: { folder: string; slug: string; site: string; revision: number }): Promise<Preview> {
  const folders = await readCourseFolders(folder)
  const own = folders.find(({ name }) => name === slug)
  if (!own) throw new Error(`There is no course in ${folder}/${slug}`)
  const { course, lessons, faults, warnings } = await draftCourse(own, openAddressBook(folders))
  if (course) await publishDraft(world, course)
  const isOf = (lesson: DraftLesson) => (fault: Fault) => Object.values(lesson.files).includes(fault.file)
  const isOfNone = (fault: Fault) => !lessons.some((lesson) => isOf(lesson)(fault))
  return {
    revision,
    slug,
    title: course?.title.ro ?? null,
    lessons: await Promise.all(
      lessons.map(async (lesson) => ({ ...lesson, faults: faults.filter(isOf(lesson)), warnings: warnings.filter(isOf(lesson)), weights: await weigh(`${site}/courses/${slug}/lessons/${lesson.slug}`, lesson) })),
    ),
    faults: faults.filter(isOfNone),
    warnings: warnings.filter(isOfNone),
  }
}

async function weigh(url: string, { files }: DraftLesson): Promise<PreviewLesson['weights']> {
  const written = locales.filter((locale) => files[locale] !== undefined)
  return Object.fromEntries(await Promise.all(written.map(async (locale) => [locale, await weighPage(url, `lang=${locale}`)] as const)))
}
