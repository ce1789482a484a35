// Reads one lesson's file: its head as plain YAML, taken away before anything else sees the file, and its body.
import type { FileFault } from '#app/core/catalogue/fault.ts'
import { checkLessonHead, type LessonHead } from '#app/core/catalogue/lesson-head.ts'
import { inspectLesson } from '#app/platform/mdx.server.ts'
import { emptySurvey, type Survey } from '#app/platform/mdx-survey.server.ts'
import { readText } from './read-text.server.ts'
import { readYaml, type YamlFile } from './read-yaml.server.ts'

/** A quarter of an hour of reading has neither fewer nor more. */
const FEWEST_WORDS = 400
const MOST_WORDS = 1_600

export type ReadLesson = {
  /** The fields that could be read. */
  known: Partial<LessonHead>
  head: LessonHead | null
  /** The body on the lines on which it stands in the file; those of the head are blank. */
  source: string
  words: number
  survey: Survey
  faults: FileFault[]
  /** Problems of the head, each where it is written. */
  locate: YamlFile['locate']
}

export function readLesson(bytes: Uint8Array): ReadLesson {
  const { text, faults } = readText(bytes)
  const parts = text === null ? null : splitHead(text)
  if (parts === null || 'fault' in parts) return { known: {}, head: null, source: '', words: 0, survey: emptySurvey, faults: parts === null ? faults : [...faults, parts.fault], locate: () => [] }

  const yaml = readYaml(parts.head)
  const { head, known, problems } = yaml.faults.length > 0 ? { head: null, known: {}, problems: [] } : checkLessonHead(yaml.value)
  const { faults: bodyFaults, ...survey } = inspectLesson(parts.body)
  return {
    known,
    head,
    source: parts.body,
    words: survey.words,
    survey,
    faults: [...faults, ...yaml.faults, ...yaml.locate(problems), ...bodyFaults, ...checkLength(survey.words, bodyFaults, parts.body)],
    locate: yaml.locate,
  }
}

/** The head between its fences and what follows, each padded so that its lines keep their numbers. */
function splitHead(text: string): { head: string; body: string } | { fault: FileFault } {
  const lines = text.replace(/^\ufeff/, '').split('\n')
  const cure = 'Begin with a line --- and nothing after it, then the fields, then a line ---.'
  if (lines[0] !== '---') return { fault: { line: 1, column: 1, message: 'The file does not begin with a line that is just ---.', cure } }
  const end = lines.indexOf('---', 1)
  if (end < 0) return { fault: { line: 1, column: 1, message: 'The head of the file does not end.', cure } }
  return { head: `\n${lines.slice(1, end).join('\n')}`, body: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n') }
}

function checkLength(words: number, faults: readonly FileFault[], body: string): FileFault[] {
  const isUnread = words === 0 && faults.length > 0
  if (isUnread || (words >= FEWEST_WORDS && words <= MOST_WORDS)) return []
  const line = body.split('\n').findIndex((each) => each.trim() !== '') + 1
  return [{ line: Math.max(line, 1), column: 1, message: `The lesson has ${words} words.`, cure: `Write ${FEWEST_WORDS} to ${MOST_WORDS}; divide what is longer.` }]
}
