// A question has two halves that are never stored or sent together: its face, which a learner sees, and its key.
import { z } from 'zod'
import type { Localized } from '../kernel/locale.ts'
import { localizedMock } from './mock.ts'

export const questionTypes = ['single', 'multiple', 'matching', 'ordering', 'numeric', 'open'] as const
export type QuestionType = (typeof questionTypes)[number]

/** An open question is answered for oneself and judged by oneself: it gives no points and counts in no score. */
export function isScored({ type }: { type: QuestionType }): boolean {
  return type !== 'open'
}

/** A test is to be passed; a range is for practice and asks nothing of who completes a course. */
export const quizKinds = ['test', 'range'] as const
export type QuizKind = (typeof quizKinds)[number]

const localized: z.ZodType<Localized> = z.object({ ro: z.string(), en: z.string().optional(), sv: z.string().optional() })
const choice = z.object({ id: z.string(), text: localized })
const criterion = choice.extend({ points: z.int().positive() })

/** What every question shows. */
const shown = { text: localized, mock: localizedMock.optional() }

export const questionFace = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single'), ...shown, choices: z.array(choice) }),
  z.object({ type: z.literal('multiple'), ...shown, choices: z.array(choice) }),
  z.object({ type: z.literal('matching'), ...shown, left: z.array(choice), right: z.array(choice) }),
  z.object({ type: z.literal('ordering'), ...shown, items: z.array(choice) }),
  z.object({ type: z.literal('numeric'), ...shown, unit: localized.nullable() }),
  z.object({ type: z.literal('open'), ...shown, rubric: z.array(criterion), passPoints: z.int().positive() }),
])
export type QuestionFace = z.infer<typeof questionFace>

const why = z.record(z.string(), localized)

export const answerKey = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single'), right: z.string(), why, explanation: localized }),
  z.object({ type: z.literal('multiple'), right: z.array(z.string()), why, explanation: localized }),
  z.object({ type: z.literal('matching'), right: z.record(z.string(), z.string()), explanation: localized }),
  z.object({ type: z.literal('ordering'), right: z.array(z.string()), explanation: localized }),
  z.object({ type: z.literal('numeric'), right: z.number(), tolerance: z.number().nonnegative(), explanation: localized }),
  z.object({ type: z.literal('open'), full: z.record(z.string(), localized), explanation: localized }),
])
export type AnswerKey = z.infer<typeof answerKey>

/** What somebody answered; null parts are what was left open. */
export const response = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single'), choice: z.string().nullable() }),
  z.object({ type: z.literal('multiple'), choices: z.array(z.string()) }),
  z.object({ type: z.literal('matching'), pairs: z.record(z.string(), z.string()) }),
  z.object({ type: z.literal('ordering'), order: z.array(z.string()) }),
  z.object({ type: z.literal('numeric'), value: z.number().nullable(), typed: z.string() }),
  z.object({ type: z.literal('open'), text: z.string() }),
])
export type Response = z.infer<typeof response>
