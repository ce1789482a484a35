// Reads the folder of courses as bytes, and says by one hash what each course is: its files and how they are rendered.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { RENDERING_VERSION } from '#app/core/catalogue/palette.ts'

export type CourseFolder = {
  name: string
  /** As it is named in faults. */
  root: string
  /** By path within the course, with slashes. */
  files: ReadonlyMap<string, Uint8Array>
  /** What is there but is no file of a course: it is not read. */
  strays: readonly string[]
  contentHash: string
}

const read = /\.(mdx|yaml|svg)$/

/** Deeper than a course goes. */
const DEEPEST = 4

/** By name. @throws Error when there is no such folder */
export async function readCourseFolders(folder: string): Promise<CourseFolder[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name)
  return await Promise.all(names.toSorted().map((name) => readCourseFolder(folder, name)))
}

async function readCourseFolder(folder: string, name: string): Promise<CourseFolder> {
  const root = path.posix.join(folder, name)
  const { paths, strays } = await listFiles(root)
  const contents = await Promise.all(paths.map(async (each) => [each, await readFile(path.join(root, each))] as const))
  return { name, root, files: new Map(contents), strays, contentHash: hashOf(contents) }
}

/** Links are not followed: a course holds its own files and nothing else of this machine. */
async function listFiles(root: string, within = '', depth = 1): Promise<{ paths: string[]; strays: string[] }> {
  const entries = await readdir(path.join(root, within), { withFileTypes: true })
  const found = { paths: [] as string[], strays: [] as string[] }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const each = path.posix.join(within, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory() && depth < DEEPEST) {
      const { paths, strays } = await listFiles(root, each, depth + 1)
      found.paths.push(...paths)
      found.strays.push(...strays)
    } else (entry.isFile() && read.test(entry.name) ? found.paths : found.strays).push(each)
  }
  return found
}

/** The source's hash and the rendering's version, apart: who compares can tell whether the author changed anything. */
function hashOf(contents: readonly (readonly [string, Uint8Array])[]): string {
  const hash = createHash('sha256')
  // Lengths keep the parts apart: no two sets of files are written the same.
  for (const [name, bytes] of contents) hash.update(`${Buffer.byteLength(name)}:${name}${bytes.byteLength}:`).update(bytes)
  return `${hash.digest('hex')}.${RENDERING_VERSION}`
}

/** Whether a stored hash, which may carry more behind it, is of these files rendered in this way. */
export function isSameContent(stored: string, contentHash: string): boolean {
  return stored === contentHash || stored.startsWith(`${contentHash}.`)
}

/** Whether the author's files are the same, however they were rendered. */
export function isSameSource(stored: string, contentHash: string): boolean {
  return stored.split('.')[0] === contentHash.split('.')[0]
}
