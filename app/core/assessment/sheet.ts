// An answer sheet as it travels: fields named by place, values that are places in the shown order. Identities of choices, which an
// author may have named after the answer, are never sent; what comes back can only mean something that was shown.
import type { SheetQuestion } from './draw.ts'
import { readNumber } from './number.ts'
import { cleanText, faultOfText } from './open-answer.ts'
import type { QuestionFace, Response } from './question.ts'

/** open: left unanswered; repeated: two things in one place; number: not a number; short, long: a text; unknown: what the sheet never offered. */
export const faults = ['open', 'repeated', 'number', 'short', 'long', 'unknown'] as const
export type Fault = (typeof faults)[number]

/** A response with the worst that is wrong with it. */
export type ReadAnswer = { key: string; response: Response; fault: Fault | null }

/** Values by field name, as a form holds them. */
export type SheetValues = Record<string, string[]>

/** More characters than any number we read. */
const LONGEST_NUMBER = 40
/** Control characters and half characters, which PostgreSQL refuses to keep. */
const unwritable = /\p{C}/gu

/** The field of a question, counted from 1; with `part`, of one of its left sides or items. */
export function fieldName(question: number, part?: number): string {
  return part === undefined ? `q${question}` : `q${question}-${part}`
}

/** Reads every question of an arranged sheet and nothing else of what was sent. Never throws. */
export function readSheet(questions: readonly SheetQuestion[], fields: URLSearchParams): ReadAnswer[] {
  return questions.map(({ key, face }, index) => ({ key, ...readAnswer(face, index + 1, fields) }))
}

function readAnswer(face: QuestionFace, question: number, fields: URLSearchParams): Omit<ReadAnswer, 'key'> {
  const name = fieldName(question)
  switch (face.type) {
    case 'single': {
      const picked = filled(fields.getAll(name)).map((value) => at(face.choices, value))
      const [choice = null] = picked
      return { response: { type: 'single', choice }, fault: picked.length > 1 ? 'unknown' : faultOf(picked, 1) }
    }
    case 'multiple': {
      const picked = filled(fields.getAll(name)).map((value) => at(face.choices, value))
      return { response: { type: 'multiple', choices: [...new Set(picked.filter((id) => id !== null))] }, fault: faultOf(picked, 1) }
    }
    case 'matching': {
      const pairs = partsOf(face.left, question, fields).map(({ id, value }) => ({ id, to: at(face.right, value) }))
      const known = pairs.flatMap(({ id, to }) => (to === null ? [] : [[id, to] as const]))
      return { response: { type: 'matching', pairs: Object.fromEntries(known) }, fault: faultOf(pairs.map((pair) => pair.to), face.left.length) }
    }
    case 'ordering':
      return readOrder(face.items, question, fields)
    case 'numeric': {
      const typed = [...(fields.get(name) ?? '').replace(unwritable, '').trim()].slice(0, LONGEST_NUMBER).join('')
      const value = readNumber(typed)
      return { response: { type: 'numeric', value, typed }, fault: typed === '' ? 'open' : value === null ? 'number' : null }
    }
    case 'open': {
      const text = cleanText(fields.get(name) ?? '')
      return { response: { type: 'open', text }, fault: faultOfText(text) }
    }
  }
}

/** `order` holds an item at each place, or '' where none was put; of two in one place the first shown stays. */
function readOrder(items: Choice[], question: number, fields: URLSearchParams): Omit<ReadAnswer, 'key'> {
  const order = items.map(() => '')
  const parts = partsOf(items, question, fields)
  let isRepeated = false
  const placed = parts.map(({ id, value }) => {
    const place = placeOf(value, items.length)
    if (place === null) return null
    if (order[place]) isRepeated = true
    order[place] ||= id
    return id
  })
  const fault = faultOf(placed, items.length)
  return { response: { type: 'ordering', order }, fault: fault === 'unknown' || !isRepeated ? fault : 'repeated' }
}

type Choice = { id: string }

function filled(values: string[]): string[] {
  return values.filter((value) => value !== '')
}

/** The parts of a question that were filled in. */
function partsOf(parts: Choice[], question: number, fields: URLSearchParams): { id: string; value: string }[] {
  return parts.map(({ id }, index) => ({ id, value: fields.get(fieldName(question, index + 1)) ?? '' })).filter(({ value }) => value !== '')
}

/** '1' is the first place: 0. Null for anything that is no place in a list so long. */
function placeOf(value: string, length: number): number | null {
  return /^[1-9]\d{0,2}$/.test(value) && Number(value) <= length ? Number(value) - 1 : null
}

function at(choices: Choice[], value: string): string | null {
  const place = placeOf(value, choices.length)
  return place === null ? null : (choices[place]?.id ?? null)
}

function faultOf(picked: (string | null)[], wanted: number): Fault | null {
  if (picked.includes(null)) return 'unknown'
  return picked.length < wanted ? 'open' : null
}

/** What was posted, to show the sheet again as it was, faults and all. */
export function postedValues(fields: URLSearchParams): SheetValues {
  const names = [...new Set(fields.keys())].filter((name) => /^q\d+(-\d+)?$/.test(name))
  return Object.fromEntries(names.map((name) => [name, fields.getAll(name)]))
}

/** The values that show the responses on the arranged sheet again: what `readSheet` would read as them. */
export function fillSheet(questions: readonly SheetQuestion[], responses: ReadonlyMap<string, Response>): SheetValues {
  const values: SheetValues = {}
  const put = (name: string, list: Choice[], id: string | undefined) => {
    const index = list.findIndex((choice) => choice.id === id)
    if (index >= 0) (values[name] ??= []).push(String(index + 1))
  }
  questions.forEach(({ key, face }, index) => {
    const response = responses.get(key)
    const question = index + 1
    if (face.type === 'single' && response?.type === 'single') put(fieldName(question), face.choices, response.choice ?? undefined)
    if (face.type === 'multiple' && response?.type === 'multiple') for (const id of response.choices) put(fieldName(question), face.choices, id)
    if (face.type === 'matching' && response?.type === 'matching') face.left.forEach(({ id }, part) => put(fieldName(question, part + 1), face.right, response.pairs[id]))
    if (face.type === 'ordering' && response?.type === 'ordering') {
      const places = response.order.map((id) => ({ id }))
      face.items.forEach(({ id }, part) => put(fieldName(question, part + 1), places, id))
    }
    if (face.type === 'numeric' && response?.type === 'numeric' && response.typed !== '') values[fieldName(question)] = [response.typed]
    if (face.type === 'open' && response?.type === 'open' && response.text !== '') values[fieldName(question)] = [response.text]
  })
  return values
}
