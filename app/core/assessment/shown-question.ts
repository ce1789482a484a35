// A question as it leaves the server for who is answering: texts in the order shown, and nothing by which an author knows them.
import type { Localized } from '../kernel/locale.ts'
import type { LocalizedMock } from './mock.ts'
import type { QuestionFace } from './question.ts'

/** With the drawing above it, in a range. */
export type ShownQuestion = AskedQuestion & { mock?: LocalizedMock | undefined }

type AskedQuestion =
  | { type: 'single' | 'multiple'; text: Localized; choices: Localized[] }
  | { type: 'matching'; text: Localized; left: Localized[]; right: Localized[] }
  | { type: 'ordering'; text: Localized; items: Localized[] }
  | { type: 'numeric'; text: Localized; unit: Localized | null }
  | { type: 'open'; text: Localized; rubric: { text: Localized; points: number }[] }

/** `face` arranged for the attempt. */
export function showQuestion(face: QuestionFace): ShownQuestion {
  return { ...ask(face), mock: face.mock }
}

function ask(face: QuestionFace): AskedQuestion {
  switch (face.type) {
    case 'single':
    case 'multiple':
      return { type: face.type, text: face.text, choices: texts(face.choices) }
    case 'matching':
      return { type: face.type, text: face.text, left: texts(face.left), right: texts(face.right) }
    case 'ordering':
      return { type: face.type, text: face.text, items: texts(face.items) }
    case 'numeric':
      return { type: face.type, text: face.text, unit: face.unit }
    case 'open':
      return { type: face.type, text: face.text, rubric: face.rubric.map(({ text, points }) => ({ text, points })) }
  }
}

function texts(choices: { text: Localized }[]): Localized[] {
  return choices.map(({ text }) => text)
}
