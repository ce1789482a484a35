// The order in which one attempt shows what can be chosen. The written order, which may give the answer away, never leaves the server.
import { randomFrom, shuffled, type Random } from '../kernel/random.ts'
import type { QuestionFace } from './question.ts'

/** A question of a quiz. After `arrange` the lists of its face stand in the order in which they are shown. */
export type SheetQuestion = { key: string; face: QuestionFace }

/** The enrolment's id is random and never sent to a browser: who knows this code still cannot undo the shuffle. */
export type AttemptSeed = { enrolmentId: string; quizKey: string; attempt: number }

/** The same attempt is always shown the same, another attempt anew. */
export function arrange(questions: readonly SheetQuestion[], { enrolmentId, quizKey, attempt }: AttemptSeed): SheetQuestion[] {
  return questions.map(({ key, face }) => ({ key, face: arrangeFace(face, randomFrom(`${enrolmentId}/${quizKey}/${attempt}/${key}`)) }))
}

function arrangeFace(face: QuestionFace, random: Random): QuestionFace {
  switch (face.type) {
    case 'single':
    case 'multiple':
      return { ...face, choices: shuffled(face.choices, random) }
    case 'matching':
      return { ...face, left: shuffled(face.left, random), right: shuffled(face.right, random) }
    case 'ordering':
      return { ...face, items: shuffled(face.items, random) }
    case 'numeric':
      return face
  }
}
