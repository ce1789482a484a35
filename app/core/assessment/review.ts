// What a result tells. Of an answer that was not wholly right the key is told only once the quiz is passed: before that, what was
// chosen and why it is or is not so, never what should have been chosen.
import type { Localized } from '../kernel/locale.ts'
import { shareRight, type Share } from './grade.ts'
import type { AnswerKey, QuestionFace, Response } from './question.ts'

export type Verdict = 'right' | 'partly' | 'wrong'

/** One thing answered, or one right answer. `label` is the left side of a pair; `text` null is what was left open; `isRight` null is not told. */
export type ReviewLine = { label: Localized | null; text: Localized | null; isRight: boolean | null; why: Localized | null }

export type Review = {
  verdict: Verdict
  /** Where an answer has several parts, how many of them are right. */
  share: Share | null
  given: ReviewLine[]
  /** The right answer; null where it is not told, or is what was answered. */
  right: ReviewLine[] | null
  explanation: Localized | null
}

type Choice = { id: string; text: Localized }
type Why = Record<string, Localized>

/** `isTold`: whether the quiz is passed. */
export function reviewAnswer(face: QuestionFace, key: AnswerKey, response: Response, isTold: boolean): Review {
  const share = shareRight(key, response)
  const verdict = share.right === share.of ? 'right' : share.right > 0 ? 'partly' : 'wrong'
  const isOpen = isTold || verdict === 'right'
  return {
    verdict,
    share: share.of > 1 ? share : null,
    given: givenLines(face, key, response, isOpen),
    right: isOpen && verdict !== 'right' ? rightLines(face, key) : null,
    explanation: isOpen ? key.explanation : null,
  }
}

function givenLines(face: QuestionFace, key: AnswerKey, response: Response, isOpen: boolean): ReviewLine[] {
  if (face.type === 'single' && key.type === 'single' && response.type === 'single') {
    return [choiceLine(face.choices, key.why, response.choice ?? '', response.choice === key.right)]
  }
  if (face.type === 'multiple' && key.type === 'multiple' && response.type === 'multiple') {
    return response.choices.map((id) => choiceLine(face.choices, key.why, id, key.right.includes(id)))
  }
  if (face.type === 'matching' && key.type === 'matching' && response.type === 'matching') {
    return face.left.map(({ id, text }) => {
      const chosen = own(response.pairs, id) ?? ''
      return { label: text, text: textOf(face.right, chosen), isRight: isOpen ? chosen === key.right[id] : null, why: null }
    })
  }
  if (face.type === 'ordering' && response.type === 'ordering') return response.order.map((id) => plainLine(textOf(face.items, id)))
  if (face.type === 'numeric' && response.type === 'numeric') return [plainLine(withUnit({ ro: response.typed }, face.unit))]
  return []
}

function rightLines(face: QuestionFace, key: AnswerKey): ReviewLine[] {
  if (face.type === 'single' && key.type === 'single') return [choiceLine(face.choices, key.why, key.right, null)]
  if (face.type === 'multiple' && key.type === 'multiple') return key.right.map((id) => choiceLine(face.choices, key.why, id, null))
  if (face.type === 'matching' && key.type === 'matching') {
    return face.left.map(({ id, text }) => ({ ...plainLine(textOf(face.right, own(key.right, id) ?? '')), label: text }))
  }
  if (face.type === 'ordering' && key.type === 'ordering') return key.right.map((id) => plainLine(textOf(face.items, id)))
  if (face.type === 'numeric' && key.type === 'numeric') return [plainLine(withUnit(decimal(key.right), face.unit))]
  return []
}

function plainLine(text: Localized | null): ReviewLine {
  return { label: null, text, isRight: null, why: null }
}

function choiceLine(choices: Choice[], why: Why, id: string, isRight: boolean | null): ReviewLine {
  return { label: null, text: textOf(choices, id), isRight, why: own(why, id) ?? null }
}

function textOf(choices: Choice[], id: string): Localized | null {
  return choices.find((choice) => choice.id === id)?.text ?? null
}

function own<T>(record: Record<string, T>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined
}

/** Romanian and Swedish write a decimal comma. */
function decimal(value: number): Localized {
  const comma = String(value).replace('.', ',')
  return { ro: comma, en: String(value), sv: comma }
}

/** The number with its unit in every language that has one; a number as it was typed is the same in all. */
function withUnit(number: Localized, unit: Localized | null): Localized {
  if (!unit) return number
  const text: Localized = { ro: `${number.ro}\u00A0${unit.ro}` }
  if (unit.en !== undefined) text.en = `${number.en ?? number.ro}\u00A0${unit.en}`
  if (unit.sv !== undefined) text.sv = `${number.sv ?? number.ro}\u00A0${unit.sv}`
  return text
}
