// What people noted about their own open answers. Every read and write names the enrolment it is for.
import { z } from 'zod'
import type { OwnPoints } from '#app/core/assessment/self-assessment.ts'
import type { Queryable } from '#app/platform/db.server.ts'

const ownPoints: z.ZodType<OwnPoints> = z.record(z.string(), z.int().nonnegative())

type AttemptAddress = { enrolmentId: string; quizKey: string; number: number }

/** Of an attempt, by question. */
export async function listOwnPoints(db: Queryable, attempt: AttemptAddress): Promise<Map<string, OwnPoints>> {
  const rows = await db.selfAssessment.findMany({ where: { answer: { attempt } }, select: { questionKey: true, points: true } })
  return new Map(rows.map((row) => [row.questionKey, ownPoints.parse(row.points)]))
}

/** In place of what was noted before. @throws when the attempt holds no answer to the question */
export async function saveOwnPoints(db: Queryable, attempt: AttemptAddress, questionKey: string, assessment: { points: OwnPoints; assessedAt: Date }): Promise<void> {
  const { id: attemptId } = await db.attempt.findUniqueOrThrow({ where: { enrolmentId_quizKey_number: attempt }, select: { id: true } })
  await db.selfAssessment.upsert({ where: { attemptId_questionKey: { attemptId, questionKey } }, create: { attemptId, questionKey, ...assessment }, update: assessment })
}
