// What an attempt asked, in the order of its sheet, with what was answered.
import { arrange } from '#app/core/assessment/arrange.ts'
import type { SheetQuestion } from '#app/core/assessment/draw.ts'
import type { Response } from '#app/core/assessment/question.ts'
import type { QuizOutline } from '#app/core/catalogue/outline.ts'
import type { Queryable } from '#app/platform/db.server.ts'
import { listAnswers } from './attempt-store.server.ts'

export type AskedQuestion = SheetQuestion & { response: Response }

/** A question that an editorial version added since was not answered and is not told. */
export async function listAsked(db: Queryable, enrolmentId: string, quiz: QuizOutline, attempt: number): Promise<AskedQuestion[]> {
  const answers = await listAnswers(db, enrolmentId, quiz.key, attempt)
  return arrange(quiz.questions, { enrolmentId, quizKey: quiz.key, attempt }).flatMap((question) => {
    const response = answers.get(question.key)
    return response ? [{ ...question, response }] : []
  })
}
