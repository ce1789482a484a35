// Reads the folder of courses as bytes, and says by one hash what each course is: its files, and how they and their terms are rendered.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { GLOSSARY_FILE, type Glossary } from '#app/core/catalogue/glossary.ts'
import { RENDERING_VERSION } from '#app/core/catalogue/palette.ts'
import { readGlossary, type ReadGlossary } from './read-glossary.server.ts'

export type CourseFolder = {
  name: string
  /** As it is named in faults. */
  root: string
  /** By path within the course, with slashes. */
  files: ReadonlyMap<string, Uint8Array>
  /** What is there but is no file of a course: it is not read. */
  strays: readonly string[]
  /** Of all courses. */
  glossary: ReadGlossary
  /** The entries of it that the course uses. */
  terms: Glossary
  contentHash: string
}

const read = /\.(mdx|yaml|svg)$/

/** Deeper than a course goes. */
const DEEPEST = 4

/** By name. @throws Error when there is no such folder */
export async function readCourseFolders(folder: string): Promise<CourseFolder[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name)
  const file = path.posix.join(folder, GLOSSARY_FILE)
  const glossary = readGlossary(file, entries.some((entry) => entry.isFile() && entry.name === GLOSSARY_FILE) ? await readFile(file) : null)
  return await Promise.all(names.toSorted().map((name) => readCourseFolder(folder, name, glossary)))
}

async function readCourseFolder(folder: string, name: string, glossary: ReadGlossary): Promise<CourseFolder> {
  const root = path.posix.join(folder, name)
  const { paths, strays } = await listFiles(root)
  const contents = await Promise.all(paths.map(async (each) => [each, await readFile(path.join(root, each))] as const))
  const terms = usedEntries(glossary.entries, contents)
  return { name, root, files: new Map(contents), strays, glossary, terms, contentHash: hashOf(contents, terms) }
}

/** Entries that the course names, told without parsing it. */
function usedEntries(entries: Glossary, contents: readonly (readonly [string, Uint8Array])[]): Glossary {
  const lessons = contents.flatMap(([name, bytes]) => (name.endsWith('.mdx') ? new TextDecoder().decode(bytes) : []))
  const named = new Set(lessons.flatMap((text) => [...text.matchAll(/<Term\s+name=(?:"([^"]*)"|'([^']*)')/g)].map(([, name, other]) => name ?? other)))
  return entries.filter(({ term }) => Object.values(term).some((name) => named.has(name)))
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

/** The source's hash and the rendering's version with what terms mean, apart: who compares can tell whether the author of the course changed anything. */
function hashOf(contents: readonly (readonly [string, Uint8Array])[], terms: Glossary): string {
  const hash = createHash('sha256')
  // Lengths keep the parts apart: no two sets of files are written the same.
  for (const [name, bytes] of contents) hash.update(`${Buffer.byteLength(name)}:${name}${bytes.byteLength}:`).update(bytes)
  const meanings = terms.length === 0 ? '' : `-${createHash('sha256').update(JSON.stringify(terms)).digest('hex').slice(0, 16)}`
  return `${hash.digest('hex')}.${RENDERING_VERSION}${meanings}`
}

/** Whether a stored hash, which may carry more behind it, is of these files rendered in this way. */
export function isSameContent(stored: string, contentHash: string): boolean {
  return stored === contentHash || stored.startsWith(`${contentHash}.`)
}

/** Whether the author's files are the same, however they were rendered. */
export function isSameSource(stored: string, contentHash: string): boolean {
  return stored.split('.')[0] === contentHash.split('.')[0]
}
