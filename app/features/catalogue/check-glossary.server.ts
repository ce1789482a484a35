// Reads the glossary of all courses and holds it against the terms that lessons use.
import { checkGlossary, definitionsIn, type Glossary } from '#app/core/catalogue/glossary.ts'
import { inReadingOrder, problem, type Fault, type OwnFault } from '#app/core/catalogue/fault.ts'
import { locales } from '#app/core/kernel/locale.ts'
import type { CheckedLesson } from './check-lessons.server.ts'
import type { CourseFolder } from './read-course-folders.server.ts'
import { readText } from './read-text.server.ts'
import { readYaml } from './read-yaml.server.ts'

export type ReadGlossary = { entries: Glossary; faults: Fault[]; at(key: string, message: string, cure: string): Fault }

/** One that is not there has no entries. @param file as it is named in faults */
export function readGlossary(file: string, bytes: Uint8Array | null): ReadGlossary {
  const atStart = { file, line: 1, column: 1 }
  const unread = (faults: Fault[]): ReadGlossary => ({ entries: [], faults, at: (_key, message, cure) => ({ ...atStart, message, cure }) })
  if (!bytes) return unread([])
  const { text, faults } = readText(bytes)
  const yaml = text === null ? null : readYaml(text)
  const own = [...faults, ...(yaml?.faults ?? [])].map((fault) => ({ ...fault, file }))
  if (!yaml || yaml.faults.length > 0) return unread(own)
  const { glossary, problems } = checkGlossary(yaml.value)
  return {
    entries: glossary,
    faults: [...own, ...yaml.locate(problems).map((fault) => ({ ...fault, file }))],
    at: (key, message, cure) => ({ ...atStart, message, cure, ...yaml.locate([{ ...problem([key], message, cure), on: 'key' }])[0] }),
  }
}

/** Terms of lessons that the glossary does not have. One with faults has none that could be missed. */
export function checkTerms({ entries, faults }: ReadGlossary, lessons: readonly CheckedLesson[]): OwnFault[] {
  if (faults.length > 0) return []
  const known = new Map(locales.map((locale) => [locale, definitionsIn(entries, locale)]))
  return lessons.flatMap(({ path, locale, read }) =>
    read.survey.terms
      .filter(({ name }) => !known.get(locale)?.has(name))
      .map(({ name, line, column }) => ({ path, line, column, message: `The glossary has no "${name}" in ${locale}.`, cure: 'Write the name as it stands in glossary.yaml, or add it there.' })),
  )
}

/** Entries that no lesson uses. */
export function listUnusedEntries(folders: readonly CourseFolder[]): Fault[] {
  const [folder] = folders
  if (!folder) return []
  const { entries, at } = folder.glossary
  const used = new Set(folders.flatMap(({ terms }) => terms))
  return inReadingOrder(entries.filter((entry) => !used.has(entry)).map(({ key }) => at(key, `No lesson uses the term "${key}".`, 'Remove it, or use it.')))
}
