// Holds the glossary of all courses against the terms that lessons use.
import { definitionsIn } from '#app/core/catalogue/glossary.ts'
import { inReadingOrder, type Fault, type OwnFault } from '#app/core/catalogue/fault.ts'
import { locales } from '#app/core/kernel/locale.ts'
import type { CheckedLesson } from './check-lessons.server.ts'
import type { CourseFolder } from './read-course-folders.server.ts'
import type { ReadGlossary } from './read-glossary.server.ts'

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
