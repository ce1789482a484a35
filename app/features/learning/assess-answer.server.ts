// Keeps what somebody thinks of an open answer of their own. It may be changed as often as wanted, and changes nothing else.
import { readOwnPoints } from '#app/core/assessment/self-assessment.ts'
import type { Fault } from '#app/core/assessment/sheet.ts'
import type { Actor } from '#app/core/access/can.ts'
import { findQuiz } from '#app/core/catalogue/outline.ts'
import type { World } from '#app/platform/world.server.ts'
import { findStanding } from './find-standing.server.ts'
import { listAsked } from './list-asked.server.ts'
import type { HandIn } from './submit-attempt.server.ts'
import { saveOwnPoints } from './self-assessment-store.server.ts'

export type Assessing =
  | { kind: 'kept' }
  /** Nothing was written: criteria, counted from 1, with what is wrong with their points. */
  | { kind: 'faulty'; faults: { criterion: number; fault: Fault }[] }
  /** There is no such open question in an attempt of this person. */
  | { kind: 'not-found' }

/** `question`: its place in the attempt, from 1. */
export async function assessAnswer(
  world: Pick<World, 'db' | 'clock'>,
  { personId }: Pick<Actor, 'personId'>,
  { courseSlug, quizSlug, attempt: number, question, fields }: HandIn & { question: number },
): Promise<Assessing> {
  const standing = await findStanding(world, personId, courseSlug)
  const quiz = standing && findQuiz(standing.version, quizSlug)?.quiz
  const asked = quiz && (await listAsked(world.db, standing.enrolment.id, quiz, number))[question - 1]
  if (!asked || asked.face.type !== 'open') return { kind: 'not-found' }
  const read = readOwnPoints(asked.face, question, fields)
  if ('faults' in read) return { kind: 'faulty', faults: read.faults }
  await saveOwnPoints(world.db, { enrolmentId: standing.enrolment.id, quizKey: quiz.key, number }, asked.key, { points: read.points, assessedAt: await world.clock() })
  return { kind: 'kept' }
}
