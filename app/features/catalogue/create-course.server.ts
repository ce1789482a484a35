// Makes the folder of a new course: one module with one lesson and one quiz, in Romanian and English, without faults.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { identity, slug as slugField, text } from '#app/core/catalogue/parse-fields.ts'
import { readIdentity } from './check-course.server.ts'
import { readCourseFolders } from './read-course-folders.server.ts'
import { readText } from './read-text.server.ts'

export type NewCourse = {
  /** That holds all courses. */
  folder: string
  /** A course that can be published, with the identity XX, whose name, identity and title become those of the new one. */
  model: string
  slug: string
  id: string
  /** In Romanian, and in English until it is translated; null: the model's. */
  title: string | null
}

/** The files made, or why there are none. */
export type CourseCreation = { files: string[] } | { refusal: string }

const MODEL_ID = /\bXX\b/g
const MODEL_SLUG = /^slug: .*$/m
const MODEL_TITLES = /^title:\n(?: {2}.*\n)+/m

export async function createCourse({ folder, model, slug, id, title }: NewCourse): Promise<CourseCreation> {
  const refusal = refuseNames(slug, id, title) ?? (await refuseTaken(folder, slug, id))
  if (refusal) return { refusal }
  const root = path.posix.join(folder, slug)
  try {
    await mkdir(root)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return { refusal: `${root} is there already: choose another name.` }
    throw error
  }
  const names = (await readdir(model, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const files = names.map((entry) => path.posix.join(path.relative(model, entry.parentPath), entry.name)).toSorted()
  for (const file of files) {
    const written = (await readFile(path.join(model, file), 'utf8')).replace(MODEL_ID, id)
    await mkdir(path.join(root, path.dirname(file)), { recursive: true })
    await writeFile(path.join(root, file), file === 'course.yaml' ? nameCourse(written, slug, title) : written)
  }
  return { files: files.map((file) => path.posix.join(root, file)) }
}

function nameCourse(written: string, slug: string, title: string | null): string {
  const named = written.replace(MODEL_SLUG, `slug: ${slug}`)
  // JSON's texts are YAML's in quotation marks.
  return title === null ? named : named.replace(MODEL_TITLES, () => `title:\n  ro: ${JSON.stringify(title.trim())}\n  en: ${JSON.stringify(title.trim())}\n`)
}

function refuseNames(slug: string, id: string, title: string | null): string | null {
  if (!slugField.safeParse(slug).success) return `"${slug}" cannot be a course's name: write small letters without diacritics, digits and hyphens, such as lectii-in-aer-liber.`
  if (!identity.safeParse(id).success) return `"${id}" cannot be an identity: write letters, digits, points and hyphens, such as LA.`
  if (title === null) return null
  const [fault] = readText(Buffer.from(title)).faults
  if (fault) return `The title: ${fault.message} ${fault.cure}`
  return text.safeParse(title).success && !/[\n\t]/.test(title) ? null : 'The title is empty or has several lines: write it on one line, or leave it out.'
}

async function refuseTaken(folder: string, slug: string, id: string): Promise<string | null> {
  for (const other of await readCourseFolders(folder)) {
    const known = readIdentity(other)
    if (known.slug === slug || other.name === slug) return `${slug} is the name of ${other.root}: choose another.`
    if (known.id?.toLowerCase() === id.toLowerCase()) return `${id} is the identity of ${other.root}: choose another.`
  }
  return null
}
