// Whether what a lesson points to on this site is there: pages, courses, lessons and their headings, images.
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { FileFault } from '#app/core/catalogue/fault.ts'
import { refuseImage, refuseLink } from '#app/core/catalogue/safe-address.ts'
import { openPages, readSiteAddress } from '#app/core/catalogue/site-addresses.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import type { Survey } from '#app/platform/mdx-survey.server.ts'
import { ANCHOR_PREFIX } from '#app/platform/mdx-html.server.ts'
import type { AddressBook } from './address-book.server.ts'

/** At 400 kbit/s a second and a bit. */
const LARGEST_IMAGE_BYTES = 60_000

type Refusal = Pick<FileFault, 'message' | 'cure'>

/** @param publicFolder holds the files of the site itself. */
export async function checkAddresses(addresses: Survey['addresses'], book: AddressBook, locale: Locale, publicFolder = 'public'): Promise<FileFault[]> {
  const checked = addresses.map(async ({ address, kind, line, column }) => {
    const refusal = kind === 'image' ? await refuseMissingImage(address, publicFolder) : refuseDeadLink(address, book, locale)
    return refusal ? [{ line, column, ...refusal }] : []
  })
  return (await Promise.all(checked)).flat()
}

function refuseDeadLink(address: string, book: AddressBook, locale: Locale): Refusal | null {
  if (!address.startsWith('/') || refuseLink(address) !== null) return null
  const to = readSiteAddress(address)
  const message = `Nothing on this site answers to ${address}.`
  if (to.kind === 'page') return null
  if (to.kind === 'unknown') return { message, cure: `Link to /courses/<course>/lessons/<lesson>, to a course, or to one of ${openPages.join(', ')}.` }
  const course = book(to.course)
  if (!course) return { message, cure: 'Name the course by its slug.' }
  if (to.kind === 'course') return null
  if (to.kind === 'quiz') return course.quizzes.has(to.quiz) ? null : { message, cure: `The course has the quizzes ${[...course.quizzes].join(', ')}.` }
  const lesson = course.lessons.get(to.lesson)
  if (!lesson) return { message, cure: `The course has the lessons ${[...course.lessons.keys()].join(', ')}.` }
  const anchors = (lesson[locale] ?? []).map((anchor) => `${ANCHOR_PREFIX}${anchor}`)
  if (to.anchor === null || anchors.includes(to.anchor)) return null
  return { message, cure: anchors.length > 0 ? `The lesson has ${anchors.map((anchor) => `#${anchor}`).join(', ')}.` : 'The lesson has no heading to link to: leave out what follows #.' }
}

async function refuseMissingImage(address: string, publicFolder: string): Promise<Refusal | null> {
  if (refuseImage(address) !== null) return null
  const name = path.posix.normalize(address)
  const file = await stat(path.join(publicFolder, name)).catch(() => null)
  if (!file?.isFile()) return { message: `There is no image at ${address}.`, cure: `Put it into ${publicFolder}${path.posix.dirname(name)}.` }
  return file.size > LARGEST_IMAGE_BYTES ? { message: `The image has ${file.size} bytes.`, cure: `Make it smaller: at most ${LARGEST_IMAGE_BYTES}.` } : null
}
