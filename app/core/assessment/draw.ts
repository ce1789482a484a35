// Which questions one attempt shows. A question and its variants are a group, and a group is one place on the sheet.
import { randomFrom, randomIndex } from '../kernel/random.ts'
import { isScored, type QuestionFace } from './question.ts'

export type SheetQuestion = { key: string; face: QuestionFace }

/** A question of a quiz. `variantOf`: the key of the first question of its group; null for that one. */
export type QuizQuestion = SheetQuestion & { variantOf: string | null }

/** The enrolment's id is random and never sent to a browser: who knows this code still cannot tell what is drawn or shuffled. */
export type AttemptSeed = { enrolmentId: string; quizKey: string; attempt: number }

/** The same attempt always shows the same of each group, the next attempt another one. */
export function draw(questions: readonly QuizQuestion[], { enrolmentId, quizKey, attempt }: AttemptSeed): SheetQuestion[] {
  return questions.filter(isFirst).map((first) => {
    // By key: an editorial version that writes them in another order draws the same.
    const group = [first, ...questions.filter(({ variantOf }) => variantOf === first.key)].toSorted((a, b) => (a.key < b.key ? -1 : 1))
    const start = randomIndex(randomFrom(`${enrolmentId}/${quizKey}/${first.key}`), group.length)
    const { key, face } = group[(start + attempt) % group.length] ?? first
    return { key, face }
  })
}

/** How many questions a sheet has, and how many of them count in the score. */
export function countQuestions(questions: readonly QuizQuestion[]): { asked: number; scored: number } {
  const asked = questions.filter(isFirst)
  return { asked: asked.length, scored: asked.filter(({ face }) => isScored(face)).length }
}

function isFirst({ variantOf }: QuizQuestion): boolean {
  return variantOf === null
}
