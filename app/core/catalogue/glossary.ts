// What the terms of all courses mean: each once, in every language in which a lesson uses it.
import { locales, type Locale, type Localized } from '../kernel/locale.ts'
import { findRepeats, problem, type Problem } from './fault.ts'
import { field, isMapping, localizedText, parseFields, slug, whole } from './parse-fields.ts'

export const GLOSSARY_FILE = 'glossary.yaml'

/** `key` is its identity in the file, told to no reader. */
export type GlossaryEntry = { key: string; term: Localized; definition: Localized }
export type Glossary = readonly GlossaryEntry[]

const fields = {
  term: field(localizedText, 'Write the term in full, in Romanian (ro) and in each other language that uses it.'),
  definition: field(localizedText, 'Say in a sentence what it means, in Romanian (ro) and in each other language that uses it.'),
}

export function checkGlossary(value: unknown): { glossary: Glossary; problems: Problem[] } {
  if (!isMapping(value)) return { glossary: [], problems: [problem([], 'The file is not a mapping of terms.', 'Write entries such as phishing: { term: { ro: "…" }, definition: { ro: "…" } }.')] }
  const problems: Problem[] = []
  const glossary = Object.entries(value).flatMap(([key, own]): GlossaryEntry[] => {
    const { known, problems: found } = parseFields(fields, own, [key])
    problems.push(...found)
    if (!slug.safeParse(key).success) problems.push({ ...problem([key], `"${key}" cannot be a name here.`, 'Write small letters, digits and hyphens.'), on: 'key' })
    const entry = whole(fields, known)
    if (!entry) return []
    const missing = locales.filter((locale) => entry.term[locale] !== undefined && entry.definition[locale] === undefined)
    problems.push(...missing.map((locale) => problem([key, 'definition'], `"${key}.definition" has no text in ${locale}, though the term has.`, `Add ${locale}: "…".`)))
    return [{ key, ...entry }]
  })
  for (const locale of locales) {
    for (const { item, first, value: term } of findRepeats(glossary, (entry) => entry.term[locale])) problems.push(problem([item.key, 'term', locale], `"${term}" is already the term of ${first.key}.`, 'Write each term once.'))
  }
  return { glossary, problems }
}

/** What terms mean, by their full name in this language. */
export function definitionsIn(glossary: Glossary, locale: Locale): ReadonlyMap<string, string> {
  return new Map(glossary.flatMap(({ term, definition }) => (term[locale] !== undefined && definition[locale] !== undefined ? [[term[locale], definition[locale]] as const] : [])))
}
