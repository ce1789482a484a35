// The right answers and explanations of a quiz, to grade and to explain what was handed in. Never part of a view for who is still answering.
import type { AnswerKey } from '#app/core/assessment/question.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { loadAnswerKeys } from './answer-key-store.server.ts'

/** By the question's key, in the quiz's order. @throws Error when the version has no such quiz */
export async function getAnswerKeys(from: Pick<World, 'db'> | Transaction, versionId: string, quizKey: string): Promise<ReadonlyMap<string, AnswerKey>> {
  const keys = await loadAnswerKeys('db' in from ? from.db : from, versionId, quizKey)
  if (keys.size === 0) throw new Error(`no quiz ${quizKey} in version ${versionId}`)
  return keys
}
