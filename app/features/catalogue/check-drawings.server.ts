// Checks the drawings of a course: each for itself, each with its licence, each beside the lessons that show it.
import type { Assets } from '#app/core/catalogue/course-file.ts'
import { LARGEST_DRAWING_BYTES } from '#app/core/catalogue/drawing.ts'
import { problem, type OwnFault, type Problem } from '#app/core/catalogue/fault.ts'
import { COURSE_FILE, type Layout, type LessonFile } from '#app/core/catalogue/layout.ts'
import { inspectDrawing } from '#app/platform/drawing.server.ts'
import type { Figures } from '#app/platform/mdx-drawers.server.ts'
import type { CheckedLesson } from './check-lessons.server.ts'
import { readText } from './read-text.server.ts'

/** `problems`: of course.yaml. `figuresOf`: what a lesson may show, by the name that it uses. */
export type CheckedDrawings = { faults: OwnFault[]; problems: Problem[]; figuresOf(lesson: LessonFile): Figures }

/** @param assets null where course.yaml does not tell */
export function checkDrawings(files: ReadonlyMap<string, Uint8Array>, { drawings }: Layout, lessons: readonly CheckedLesson[], assets: Assets | null): CheckedDrawings {
  const read = drawings.map((drawing) => ({ ...drawing, ...readDrawing(files.get(drawing.path)!) }))
  const beside = (one: LessonFile, other: LessonFile) => one.locale === other.locale && one.folder === other.folder
  const unused = drawings.filter((drawing) => !lessons.some((lesson) => beside(drawing, lesson) && lesson.read.survey.drawings.some(({ name }) => name === drawing.name)))
  const ownerless = assets ? drawings.filter((drawing) => !Object.hasOwn(assets, keyOf(drawing))) : []
  const known = new Set(drawings.map(keyOf))
  return {
    faults: [
      ...read.flatMap(({ path, faults }) => faults.map((fault) => ({ ...fault, path }))),
      ...unused.map((drawing) => atStart(drawing, 'No lesson shows the drawing.', `Write <Figure file="${drawing.name}" alt="…"> in one, or remove it.`)),
      ...ownerless.map((drawing) => atStart(drawing, `${COURSE_FILE} does not say whose the drawing is.`, `Write "${keyOf(drawing)}": { licence: …, authors: […] } under assets.`)),
      ...lessons.flatMap((lesson) => checkUses(lesson, drawings.filter((drawing) => beside(drawing, lesson)))),
    ],
    problems: Object.keys(assets ?? {}).flatMap((key) => (known.has(key) ? [] : [{ ...problem(['assets', key], `There is no drawing ${key}.`, 'Correct its name or remove it.'), on: 'key' as const }])),
    figuresOf: (lesson) => new Map(read.flatMap((drawing) => (beside(drawing, lesson) && assets?.[keyOf(drawing)] ? [[drawing.name, { source: drawing.source, ...assets[keyOf(drawing)]! }] as const] : []))),
  }
}

function keyOf({ folder, name }: LessonFile): string {
  return `${folder}/${name}`
}

function readDrawing(bytes: Uint8Array) {
  if (bytes.byteLength > LARGEST_DRAWING_BYTES) return { source: '', faults: [{ line: 1, column: 1, message: `The drawing has ${bytes.byteLength} bytes.`, cure: `Keep it below ${LARGEST_DRAWING_BYTES}.` }] }
  const { text, faults } = readText(bytes)
  return { source: text ?? '', faults: text === null ? faults : [...faults, ...inspectDrawing(text)] }
}

function checkUses({ path, folder, read }: CheckedLesson, drawings: readonly LessonFile[]): OwnFault[] {
  const missing = read.survey.drawings.filter(({ name }) => !drawings.some((drawing) => drawing.name === name))
  return missing.map(({ name, line, column }) => ({ path, line, column, message: `There is no drawing ${name} in ${folder} in this language.`, cure: 'Put it beside the lesson.' }))
}

function atStart({ path }: LessonFile, message: string, cure: string): OwnFault {
  return { path, line: 1, column: 1, message, cure }
}
