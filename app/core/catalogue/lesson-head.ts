// The fields at the head of a lesson's file.
import { z } from 'zod'
import { competenceCodes } from './competences.ts'
import type { Problem } from './fault.ts'
import { field, identity, minutes, parseFields, slug, text, whole, type Parsed } from './parse-fields.ts'

const fields = {
  id: field(identity, 'Write an identity that stays for ever, such as PD-1.1.'),
  slug: field(slug, 'Write its part of the address: small letters, digits and hyphens.'),
  title: field(text, 'Write the title in the language of this file.'),
  minutes: field(minutes, 'Write whole minutes, such as 20.'),
  competences: field(z.array(z.enum(competenceCodes)).min(1), 'List codes of DigCompEdu competences in quotation marks, such as ["1.3", "1.4"].'),
}

export type LessonHead = Parsed<typeof fields>

/** `head` is null unless all of it could be read. */
export function checkLessonHead(value: unknown): { head: LessonHead | null; known: Partial<LessonHead>; problems: Problem[] } {
  const { known, problems } = parseFields(fields, value)
  return { head: whole(fields, known), known, problems }
}

/** What does not depend on the language, yet differs from the Romanian file. */
export function compareLessonHeads(source: Partial<LessonHead>, other: Partial<LessonHead>): Problem[] {
  const shared = ['id', 'slug', 'minutes', 'competences'] as const
  return shared.flatMap((name) => {
    const [there, here] = [source[name], other[name]]
    if (there === undefined || here === undefined || String(there) === String(here)) return []
    return [{ path: [name], on: 'value' as const, message: `"${name}" is ${String(here)}, in Romanian ${String(there)}.`, cure: 'Write the same in every language.' }]
  })
}
