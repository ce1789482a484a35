// Attempts with their answers, and the draft that comes before one. An attempt is written once and never changed.
import { z } from 'zod'
import type { PastAttempt } from '#app/core/assessment/attempts.ts'
import type { Grade } from '#app/core/assessment/grade.ts'
import { response, type Response } from '#app/core/assessment/question.ts'
import { fromPoints, percentOf, toPoints } from '#app/core/assessment/score.ts'
import type { Queryable, Transaction } from '#app/platform/db.server.ts'

export type Attempt = PastAttempt & { quizKey: string; percent: number }

const responses = z.record(z.string(), response)
const fields = { quizKey: true, number: true, submittedAt: true, passed: true, points: true, maxPoints: true } as const

type Row = { quizKey: string; number: number; submittedAt: Date; passed: boolean; points: number; maxPoints: number }

function toAttempt({ points, maxPoints, ...row }: Row): Attempt {
  return { ...row, percent: percentOf(fromPoints(points), maxPoints) }
}

/** Of all quizzes of an enrolment, oldest first. */
export async function listAttempts(db: Queryable, enrolmentId: string): Promise<Attempt[]> {
  const rows = await db.attempt.findMany({ where: { enrolmentId }, orderBy: [{ quizKey: 'asc' }, { number: 'asc' }], select: fields })
  return rows.map(toAttempt)
}

export async function findAttempt(db: Queryable, enrolmentId: string, quizKey: string, number: number): Promise<Attempt | null> {
  const row = await db.attempt.findUnique({ where: { enrolmentId_quizKey_number: { enrolmentId, quizKey, number } }, select: fields })
  return row && toAttempt(row)
}

/** Whether an attempt at a quiz, known by its address in the enrolment's version, was handed in. */
export async function isHandedIn(db: Queryable, enrolmentId: string, quizSlug: string, number: number): Promise<boolean> {
  const [row] = await db.$queryRaw<[{ found: boolean }]>`
    select exists (
      select from attempt
      join enrolment on enrolment.id = attempt.enrolment_id
      join quiz on quiz.version_id = enrolment.version_id and quiz.key = attempt.quiz_key
      where attempt.enrolment_id = ${enrolmentId}::uuid and quiz.slug = ${quizSlug} and attempt.number = ${number}
    ) as found`
  return row.found
}

/** What was answered in an attempt, by question. */
export async function listAnswers(db: Queryable, enrolmentId: string, quizKey: string, number: number): Promise<Map<string, Response>> {
  const rows = await db.answer.findMany({ where: { attempt: { enrolmentId, quizKey, number } }, select: { questionKey: true, response: true } })
  return new Map(rows.map((row) => [row.questionKey, response.parse(row.response)]))
}

/** Of all attempts at a quiz the last answer to each open question, to begin the next from. */
export async function listOpenAnswers(db: Queryable, enrolmentId: string, quizKey: string): Promise<Map<string, Response>> {
  const rows = await db.answer.findMany({
    where: { attempt: { enrolmentId, quizKey }, response: { path: ['type'], equals: 'open' } },
    orderBy: { attempt: { number: 'asc' } },
    select: { questionKey: true, response: true },
  })
  return new Map(rows.map((row) => [row.questionKey, response.parse(row.response)]))
}

type NewAttempt = { enrolmentId: string; quizKey: string; number: number; submittedAt: Date; grade: Grade }

/** @throws when there is an attempt of this number */
export async function insertAttempt(tx: Transaction, { grade, ...attempt }: NewAttempt): Promise<void> {
  await tx.attempt.create({
    data: {
      ...attempt,
      points: toPoints(grade.parts),
      maxPoints: grade.scored,
      passed: grade.passed,
      answers: { create: grade.answers.map((answer) => ({ questionKey: answer.key, response: answer.response, points: toPoints(answer.parts) })) },
    },
  })
}

export async function findDraft(db: Queryable, enrolmentId: string, quizKey: string): Promise<{ responses: Map<string, Response>; savedAt: Date } | null> {
  const row = await db.quizDraft.findUnique({ where: { enrolmentId_quizKey: { enrolmentId, quizKey } }, select: { responses: true, savedAt: true } })
  return row && { responses: new Map(Object.entries(responses.parse(row.responses))), savedAt: row.savedAt }
}

export async function saveDraftRow(tx: Transaction, enrolmentId: string, quizKey: string, draft: { responses: Map<string, Response>; savedAt: Date }): Promise<void> {
  const data = { responses: Object.fromEntries(draft.responses), savedAt: draft.savedAt }
  await tx.quizDraft.upsert({ where: { enrolmentId_quizKey: { enrolmentId, quizKey } }, create: { enrolmentId, quizKey, ...data }, update: data })
}

export async function deleteDraft(tx: Transaction, enrolmentId: string, quizKey: string): Promise<void> {
  await tx.quizDraft.deleteMany({ where: { enrolmentId, quizKey } })
}
