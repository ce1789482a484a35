// What somebody who knows everything answers: for synthetic teachers.
import type { AnswerKey, Response } from '#app/core/assessment/question.ts'

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
  }
}
