import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrange } from '#app/core/assessment/arrange.ts'
import type { QuestionFace } from '#app/core/assessment/question.ts'

const choices = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `c${index}`, text: { ro: `Varianta ${index}` } }))
const single = (count: number): QuestionFace => ({ type: 'single', text: { ro: '?' }, choices: choices(count) })
const seed = (number: number, attempt = 1) => ({ enrolmentId: `0198f000-0000-7000-8000-${String(number).padStart(12, '0')}`, quizKey: 'PD-1-quiz', attempt })

function orderOf(face: QuestionFace): string[] {
  return face.type === 'single' ? face.choices.map((choice) => choice.id) : []
}

test('the same attempt is always shown in the same order', () => {
  const questions = [{ key: 'q', variantOf: null, face: single(6) }]
  expect(arrange(questions, seed(1))).toEqual(arrange(questions, seed(1)))
})

test('nothing is lost or added by arranging', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.string(), fc.nat(), (count, enrolmentId, attempt) => {
      const [shown] = arrange([{ key: 'q', variantOf: null, face: single(count) }], { enrolmentId, quizKey: 'k', attempt })
      expect(orderOf(shown!.face).toSorted()).toEqual(orderOf(single(count)).toSorted())
    }),
  )
})

test('both sides of a matching are shuffled, each on its own', () => {
  const face: QuestionFace = { type: 'matching', text: { ro: '?' }, left: choices(8), right: choices(8) }
  const [shown] = arrange([{ key: 'q', variantOf: null, face }], seed(7))
  if (shown?.face.type !== 'matching') throw new Error('a matching stays a matching')
  expect(shown.face.left).not.toEqual(shown.face.right)
})

/** The value of χ² that chance exceeds once in a thousand, by degrees of freedom. */
const RARE = { 3: 16.27, 5: 20.52, 23: 49.73 }

function chiSquare(counts: number[], expected: number): number {
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

test.each([
  ['enrolments', (run: number) => seed(run)],
  ['attempts', (run: number) => seed(1, run)],
])('the right choice comes equally often at each place, over many %s', (_, seedOf) => {
  const runs = 8_000
  const counts = [0, 0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const [shown] = arrange([{ key: 'PD-1-q1', variantOf: null, face: single(4) }], seedOf(run))
    counts[orderOf(shown!.face).indexOf('c2')]!++
  }
  expect(chiSquare(counts, runs / 4)).toBeLessThan(RARE[3])
})

test('every order of four comes equally often', () => {
  const runs = 24_000
  const counts = new Map<string, number>()
  for (let run = 0; run < runs; run++) {
    const order = orderOf(arrange([{ key: 'PD-1-q1', variantOf: null, face: single(4) }], seed(run))[0]!.face).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  expect(chiSquare([...counts.values()], runs / 24)).toBeLessThan(RARE[23])
})

test('two questions of one sheet are shuffled independently of each other', () => {
  const runs = 6_000
  const counts = Array.from({ length: 6 }, () => 0)
  for (let run = 0; run < runs; run++) {
    const [first, second] = arrange([{ key: 'a', variantOf: null, face: single(6) }, { key: 'b', variantOf: null, face: single(6) }], seed(run)).map(({ face }) => orderOf(face).indexOf('c0')) as [number, number]
    counts[(first + 6 - second) % 6]!++
  }
  expect(chiSquare(counts, runs / 6)).toBeLessThan(RARE[5])
})
