// course.yaml: what a course is, apart from its lessons and questions.
import { z } from 'zod'
import type { QuizKind } from '../assessment/question.ts'
import { themes } from '../kernel/dimensions.ts'
import type { Locale, Localized } from '../kernel/locale.ts'
import { competenceCodes, competenceLevels } from './competences.ts'
import { findRepeats, problem, type Path, type Problem } from './fault.ts'
import { field, identity, localizedText, minutes, nameOf, parseFields, slug, text, whole, type Parsed } from './parse-fields.ts'

/** Under which everybody may copy, translate and change a course, by their SPDX identifiers. */
export const licences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0'] as const
const licence = z.enum(licences)

const outcomeFields = {
  competence: field(z.enum(competenceCodes), 'Write the code of a DigCompEdu competence in quotation marks, from "1.1" to "6.5".'),
  level: field(z.enum(competenceLevels), `Write a DigCompEdu level: ${competenceLevels.join(', ')}.`),
  text: field(localizedText, 'Say in Romanian (ro) and in each other language of the course what a teacher can do afterwards.'),
}

const moduleFields = {
  id: field(identity, 'Write an identity that stays for ever, such as PD-1.'),
  folder: field(z.string().regex(/^\d\d-(?!.*-range$)[a-z0-9]+(-[a-z0-9]+)*$/), "Write the name of the module's folder, such as 01-punctul-de-plecare, without -range at its end."),
  title: field(localizedText, 'Write the title in Romanian (ro) and in each other language of the course.'),
  minutes: field(z.strictObject({ activity: z.int().min(0).max(480), quiz: minutes }), 'Write whole minutes, such as { activity: 25, quiz: 15 }.'),
  outcomes: field(z.array(z.unknown()).min(1), 'List at least one outcome: { competence, level, text }.'),
}

/** Whose a drawing is, by its module's folder and its name: it is the same in every language. */
const assets = z.record(
  z.string().regex(/^\d\d-[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*\.svg$/),
  z.strictObject({ licence, authors: z.array(text).min(1) }),
)
export type Assets = z.infer<typeof assets>

const courseFields = {
  id: field(identity, 'Write an identity that stays for ever, such as PD.'),
  slug: field(slug, "Write the name of the course's folder: small letters, digits and hyphens."),
  theme: field(z.enum(themes), `Write one of ${themes.join(', ')}.`),
  title: field(localizedText, 'Write the title in Romanian (ro) and in each other language of the course.'),
  summary: field(localizedText, 'Write one or two sentences in Romanian (ro) and in each other language of the course.'),
  countsTowardIndicator: field(z.boolean(), 'Write true or false.'),
  validityMonths: field(z.int().min(1).max(600).nullable().default(null), 'Write whole months, or leave it out when the certificate does not expire.'),
  passPercent: field(z.int().min(1).max(100), 'Write a whole number from 1 to 100.'),
  change: field(z.enum(['editorial', 'material']), 'Write editorial (enrolments move to this version) or material (they stay).'),
  licence: field(licence, `Write one of ${licences.join(', ')}.`),
  authors: field(z.array(text).min(1), 'List at least one author.'),
  assets: field(assets.default({}), 'Write "01-module/drawing.svg": { licence: CC-BY-4.0, authors: ["…"] }.'),
  modules: field(z.array(z.unknown()).min(1), 'List at least one module.'),
}

export type OutcomeText = Parsed<typeof outcomeFields>
export type ModuleFile = Omit<Parsed<typeof moduleFields>, 'outcomes'> & { outcomes: OutcomeText[] }
export type CourseFile = Omit<Parsed<typeof courseFields>, 'modules'> & { modules: ModuleFile[] }

/** What could be read of it, as far as other checks need it. `course` is null unless all of it could. */
export type CheckedCourseFile = {
  course: CourseFile | null
  id: string | null
  slug: string | null
  /** By position; null where no folder could be read. */
  folders: (string | null)[]
  assets: Assets | null
  problems: Problem[]
}

/** @param locales the languages in which the course has lessons: texts are due in each of them. */
export function checkCourseFile(value: unknown, locales: readonly Locale[]): CheckedCourseFile {
  const { known, problems } = parseFields(courseFields, value)
  const modules = (known.modules ?? []).map((module, index) => checkModule(module, ['modules', index], problems, locales))
  for (const name of ['title', 'summary'] as const) problems.push(...missingTexts(known[name], [name], locales))
  problems.push(...repeated(modules.map(({ known }) => known.id), (index) => ['modules', index, 'id']))
  // Without its number a folder's name is the address of the module's quiz.
  problems.push(...repeated(modules.map(({ known }) => known.folder && quizSlugOf(known.folder)), (index) => ['modules', index, 'folder']))
  problems.push(...outOfOrder(modules.map(({ known }) => known.folder)))
  const read = modules.flatMap(({ module }) => module ?? [])
  const all = whole(courseFields, known)
  return {
    course: all && read.length === modules.length ? { ...all, modules: read } : null,
    id: known.id ?? null,
    slug: known.slug ?? null,
    folders: modules.map(({ known }) => known.folder ?? null),
    assets: known.assets ?? null,
    problems,
  }
}

/** No folder ends so: its test would stand at the address of another module's range. */
const RANGE_SUFFIX = '-range'

export function quizSlugOf(folder: string, kind: QuizKind = 'test'): string {
  return kind === 'test' ? folder.slice(3) : `${folder.slice(3)}${RANGE_SUFFIX}`
}

function checkModule(value: unknown, path: Path, problems: Problem[], locales: readonly Locale[]) {
  const parsed = parseFields(moduleFields, value, path)
  problems.push(...parsed.problems, ...missingTexts(parsed.known.title, [...path, 'title'], locales))
  const outcomes = (parsed.known.outcomes ?? []).map((outcome, index) => {
    const at = [...path, 'outcomes', index]
    const { known, problems: own } = parseFields(outcomeFields, outcome, at)
    problems.push(...own, ...missingTexts(known.text, [...at, 'text'], locales))
    return whole(outcomeFields, known)
  })
  const all = whole(moduleFields, parsed.known)
  const read = outcomes.filter((outcome) => outcome !== null)
  return { known: parsed.known, module: all && read.length === outcomes.length ? { ...all, outcomes: read } : null }
}

function missingTexts(localized: Localized | undefined, path: Path, locales: readonly Locale[]): Problem[] {
  if (!localized) return []
  return locales
    .filter((locale) => localized[locale] === undefined)
    .map((locale) => problem(path, `${nameOf(path)} has no text in ${locale}, though the course has lessons in it.`, `Add ${locale}: "…".`))
}

/** Values that stood before, each in its place. */
function repeated(values: readonly (string | undefined)[], pathOf: (index: number) => Path): Problem[] {
  const written = values.map((value, index) => ({ value, index }))
  return findRepeats(written, ({ value }) => value).map(({ item, value }) => problem(pathOf(item.index), `"${value}" stands here a second time.`, 'Give each its own.'))
}

function outOfOrder(folders: readonly (string | undefined)[]): Problem[] {
  return folders.flatMap((folder, index) => {
    const before = folders[index - 1]
    const falls = folder !== undefined && before !== undefined && folder !== before && folder.slice(0, 2) <= before.slice(0, 2)
    return falls ? [problem(['modules', index, 'folder'], `The folder ${folder} comes after ${before}.`, 'Let the numbers of the folders rise in the order of the modules.')] : []
  })
}
