// The sheet of one attempt: what is drawn for it, in the order in which it shows what can be chosen. The written order, which may give
// the answer away, never leaves the server.
import { randomFrom, shuffled, type Random } from '../kernel/random.ts'
import { draw, type AttemptSeed, type QuizQuestion, type SheetQuestion } from './draw.ts'
import type { QuestionFace } from './question.ts'

/** The same attempt is always shown the same, another attempt anew. The lists of each face stand in the order in which they are shown. */
export function arrange(questions: readonly QuizQuestion[], seed: AttemptSeed): SheetQuestion[] {
  const { enrolmentId, quizKey, attempt } = seed
  return draw(questions, seed).map(({ key, face }) => ({ key, face: arrangeFace(face, randomFrom(`${enrolmentId}/${quizKey}/${attempt}/${key}`)) }))
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
    case 'open':
      return face
  }
}
