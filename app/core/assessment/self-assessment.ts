// What somebody thinks of their own open answer, criterion by criterion. A note to themselves: no score and no count reads it.
import type { Localized } from '../kernel/locale.ts'
import type { AnswerKey, QuestionFace } from './question.ts'
import { fieldName, type Fault } from './sheet.ts'

type OpenFace = Extract<QuestionFace, { type: 'open' }>
type OpenKey = Extract<AnswerKey, { type: 'open' }>

/** Points by criterion. */
export type OwnPoints = Record<string, number>

/** An open answer beside its rubric. `own`: points for each criterion in the rubric's order; null before any were given. */
export type OpenReview = {
  text: string
  rubric: { text: Localized; points: number; full: Localized | null }[]
  passPoints: number
  explanation: Localized
  own: number[] | null
}

/** Once handed in, all is told: who is to judge needs to know what is good, whether the quiz is passed or not. */
export function reviewOpenAnswer({ rubric, passPoints }: OpenFace, { full, explanation }: OpenKey, text: string, own: OwnPoints | undefined): OpenReview {
  return {
    text,
    rubric: rubric.map(({ id, text: criterion, points }) => ({ text: criterion, points, full: full[id] ?? null })),
    passPoints,
    explanation,
    own: own ? rubric.map(({ id }) => own[id] ?? 0) : null,
  }
}

export type ReadOwnPoints = { points: OwnPoints } | { faults: { criterion: number; fault: Fault }[] }

/** Reads the fields of question `question`, one for each criterion. Criteria count from 1; one that the rubric lacks is a fault too. */
export function readOwnPoints({ rubric }: OpenFace, question: number, fields: URLSearchParams): ReadOwnPoints {
  const read = rubric.map(({ id, points: most }, index) => ({ id, criterion: index + 1, ...readPoints(fields.getAll(fieldName(question, index + 1)), most) }))
  const known = new Set(read.map(({ criterion }) => fieldName(question, criterion)))
  const strange = [...new Set(fields.keys())].flatMap((name) => {
    const [, criterion] = /^q\d+-(\d{1,3})$/.exec(name) ?? []
    return criterion === undefined || known.has(name) ? [] : [{ criterion: Number(criterion), fault: 'unknown' as const }]
  })
  const faults = [...read.flatMap(({ criterion, fault }) => (fault ? [{ criterion, fault }] : [])), ...strange]
  return faults.length > 0 ? { faults } : { points: Object.fromEntries(read.map(({ id, points }) => [id, points])) }
}

function readPoints(values: string[], most: number): { points: number; fault: Fault | null } {
  const [value = '', ...others] = values
  if (value === '') return { points: 0, fault: 'open' }
  const isKnown = others.length === 0 && /^\d{1,3}$/.test(value) && Number(value) <= most
  return isKnown ? { points: Number(value), fault: null } : { points: 0, fault: 'unknown' }
}
