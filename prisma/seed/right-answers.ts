// What somebody who knows everything answers: for synthetic teachers.
import type { AnswerKey, Response } from '#app/core/assessment/question.ts'

/** Of a person who is not real: it says so. */
const OPEN_ANSWER =
  'Răspuns demonstrativ: aș încerca mai întâi cu o singură clasă, într-o singură oră, aș nota ce a mers și ce nu, apoi aș povesti colegilor ce am schimbat și de ce.'

export function rightResponse(key: AnswerKey): Response {
  switch (key.type) {
    case 'single':
      return { type: 'single', choice: key.right }
    case 'multiple':
      return { type: 'multiple', choices: key.right }
    case 'matching':
      return { type: 'matching', pairs: key.right }
    case 'ordering':
      return { type: 'ordering', order: key.right }
    case 'numeric':
      return { type: 'numeric', value: key.right, typed: String(key.right) }
    case 'open':
      return { type: 'open', text: OPEN_ANSWER }
  }
}
