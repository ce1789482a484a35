// What an answer is worth, from the key and the response alone.
import { isWithin } from './number.ts'
import { isScored, type AnswerKey, type Response } from './question.ts'
import { isPassed, PARTS, percentOf, shareOfPoint } from './score.ts'

/** How much of an answer is right: `right` of `of` things. */
export type Share = { right: number; of: number }

/**
 * - single: right or wrong;
 * - multiple: right choices less wrong ones, never below none, of all right choices;
 * - matching: pairs that are right, of all pairs;
 * - ordering: steps of the right order (one thing directly after another) that the answer has too, of all steps. One thing out of
 *   place breaks at most three steps, where counting exact places would mark all that it pushed along; and guessing earns little;
 * - numeric: right within the tolerance;
 * - open: nothing.
 */
export function shareRight(key: AnswerKey, response: Response): Share {
  if (key.type === 'single' && response.type === 'single') return { right: Number(response.choice === key.right), of: 1 }
  if (key.type === 'multiple' && response.type === 'multiple') {
    const chosen = new Set(response.choices)
    const right = key.right.filter((id) => chosen.has(id)).length
    return { right: Math.max(0, right - (chosen.size - right)), of: key.right.length }
  }
  if (key.type === 'matching' && response.type === 'matching') {
    const pairs = Object.entries(key.right)
    return { right: pairs.filter(([left, right]) => Object.hasOwn(response.pairs, left) && response.pairs[left] === right).length, of: pairs.length }
  }
  if (key.type === 'ordering' && response.type === 'ordering') return shareOfSteps(key.right, response.order)
  if (key.type === 'numeric' && response.type === 'numeric') return { right: Number(response.value !== null && isWithin(response.value, key.right, key.tolerance)), of: 1 }
  return { right: 0, of: 1 }
}

function shareOfSteps(right: readonly string[], order: readonly string[]): Share {
  if (right.length < 2) return { right: Number(right[0] === order[0]), of: 1 }
  const steps = right.slice(1).filter((id, index) => {
    const before = order.indexOf(right[index] as string)
    return before >= 0 && order[before + 1] === id
  })
  return { right: steps.length, of: right.length - 1 }
}

export type GradedAnswer = { key: string; response: Response; parts: number }
/** `scored`: how many of the questions count, at a point each. */
export type Grade = { answers: GradedAnswer[]; parts: number; scored: number; percent: number; passed: boolean }

/** `keys`: of the questions on the sheet. Each that counts at all counts the same; one without an answer counts nothing. `passPercent` null: there is nothing to pass. */
export function gradeSheet(keys: ReadonlyMap<string, AnswerKey>, responses: ReadonlyMap<string, Response>, passPercent: number | null): Grade {
  const answers = [...keys].flatMap(([key, answerKey]) => {
    const response = responses.get(key)
    if (!response) return []
    const { right, of } = shareRight(answerKey, response)
    return [{ key, response, parts: right === of ? PARTS : shareOfPoint(right, of) }]
  })
  const parts = answers.reduce((sum, answer) => sum + answer.parts, 0)
  const scored = [...keys.values()].filter(isScored).length
  return { answers, parts, scored, percent: percentOf(parts, scored), passed: passPercent !== null && isPassed(parts, scored, passPercent) }
}
