import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countQuestions, draw, type QuizQuestion } from '#app/core/assessment/draw.ts'

const numeric = (key: string, variantOf: string | null = null): QuizQuestion => ({ key, variantOf, face: { type: 'numeric', text: { ro: key }, unit: null } })
const open = (key: string, variantOf: string | null = null): QuizQuestion => ({ key, variantOf, face: { type: 'open', text: { ro: key }, rubric: [], passPoints: 1 } })
const seed = (enrolmentId: string, attempt: number) => ({ enrolmentId, quizKey: 'PD-1-quiz', attempt })
const keysOf = (questions: QuizQuestion[], enrolmentId: string, attempt: number) => draw(questions, seed(enrolmentId, attempt)).map(({ key }) => key)

const questions = [numeric('a'), numeric('b'), numeric('b2', 'b'), open('c'), numeric('b3', 'b'), open('c2', 'c')]

test('a sheet shows one of each group, where its first stands', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat({ max: 50 }), (enrolmentId, attempt) => {
      const [first, second, third, ...rest] = keysOf(questions, enrolmentId, attempt)
      expect(first).toBe('a')
      expect(['b', 'b2', 'b3']).toContain(second)
      expect(['c', 'c2']).toContain(third)
      expect(rest).toEqual([])
    }),
  )
})

test('the next attempt shows another of the group, and all of it in turn', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat({ max: 50 }), (enrolmentId, attempt) => {
      const inTurn = [0, 1, 2].map((later) => keysOf(questions, enrolmentId, attempt + later)[1])
      expect(new Set(inTurn).size).toBe(3)
      expect(keysOf(questions, enrolmentId, attempt + 3)).toContain(inTurn[0])
    }),
  )
})

test('the same attempt shows the same, in whatever order the variants are written', () => {
  const rewritten = [questions[0]!, questions[1]!, questions[3]!, questions[4]!, questions[5]!, questions[2]!]
  for (let attempt = 1; attempt <= 4; attempt++) expect(keysOf(rewritten, 'e', attempt)).toEqual(keysOf(questions, 'e', attempt))
})

test('each of a group begins for about as many enrolments as the others', () => {
  const counts = new Map<string | undefined, number>()
  for (let each = 0; each < 3_000; each++) {
    const [, second] = keysOf(questions, `0198f000-0000-7000-8000-${String(each).padStart(12, '0')}`, 1)
    counts.set(second, (counts.get(second) ?? 0) + 1)
  }
  for (const key of ['b', 'b2', 'b3']) expect(counts.get(key)).toBeGreaterThan(900)
})

test('groups are counted, and those that are open do not score', () => {
  expect(countQuestions(questions)).toEqual({ asked: 3, scored: 2 })
  expect(countQuestions([])).toEqual({ asked: 0, scored: 0 })
})
