// The only reader of answer keys. Nothing that answers a request for a page not yet handed in may lead here.
import { answerKey, type AnswerKey } from '#app/core/assessment/question.ts'
import type { Queryable } from '#app/platform/db.server.ts'

/** The keys of a quiz by question; empty where there is no such quiz. */
export async function loadAnswerKeys(db: Queryable, versionId: string, quizKey: string): Promise<Map<string, AnswerKey>> {
  const rows = await db.questionKey.findMany({
    where: { question: { quiz: { versionId, key: quizKey } } },
    orderBy: { question: { position: 'asc' } },
    select: { key: true, question: { select: { key: true } } },
  })
  return new Map(rows.map((row) => [row.question.key, answerKey.parse(row.key)]))
}
