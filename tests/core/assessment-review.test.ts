import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerKey, QuestionFace, Response } from '#app/core/assessment/question.ts'
import { reviewAnswer } from '#app/core/assessment/review.ts'

const text = { ro: '?' }
const choices = ['a', 'b', 'c'].map((id) => ({ id, text: { ro: `text ${id}` } }))
const why = Object.fromEntries(choices.map(({ id }) => [id, { ro: `WHY-${id}` }]))
const explanation = { ro: 'EXPLANATION' }

const cases: { face: QuestionFace; key: AnswerKey; response: fc.Arbitrary<Response> }[] = [
  {
    face: { type: 'single', text, choices },
    key: { type: 'single', right: 'b', why, explanation },
    response: fc.constantFrom(null, 'a', 'b', 'c').map((choice) => ({ type: 'single', choice })),
  },
  {
    face: { type: 'multiple', text, choices },
    key: { type: 'multiple', right: ['a', 'b'], why, explanation },
    response: fc.subarray(['a', 'b', 'c']).map((chosen) => ({ type: 'multiple', choices: chosen })),
  },
  {
    face: { type: 'matching', text, left: choices, right: choices },
    key: { type: 'matching', right: { a: 'b', b: 'c', c: 'a' }, explanation },
    response: fc.record({ a: fc.constantFrom('a', 'b', 'c'), b: fc.constantFrom('a', 'b', 'c') }, { requiredKeys: [] }).map((pairs) => ({ type: 'matching', pairs: { ...pairs } })),
  },
  {
    face: { type: 'ordering', text, items: choices },
    key: { type: 'ordering', right: ['c', 'a', 'b'], explanation },
    response: fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 3 }).map((order) => ({ type: 'ordering', order })),
  },
  {
    face: { type: 'numeric', text, unit: { ro: 'elevi', en: 'pupils' } },
    key: { type: 'numeric', right: 4.5, tolerance: 0, explanation },
    response: fc.constantFrom(4, 4.5).map((value) => ({ type: 'numeric', value, typed: String(value) })),
  },
]

describe('before the quiz is passed', () => {
  test.each(cases)('of a $face.type that is not right, neither the answer nor the explanation is told', ({ face, key, response }) => {
    fc.assert(
      fc.property(response, (given) => {
        const review = reviewAnswer(face, key, given, false)
        expect(review.right).toBeNull()
        if (review.verdict === 'right') return
        expect(review.explanation).toBeNull()
        const chosen = given.type === 'single' ? [given.choice] : given.type === 'multiple' ? given.choices : []
        for (const { id } of choices) if (!chosen.includes(id)) expect(JSON.stringify(review)).not.toContain(`WHY-${id}`)
        if (given.type === 'matching' || given.type === 'ordering') expect(review.given.every((line) => line.isRight === null)).toBe(true)
      }),
    )
  })

  test('a choice is told why it is wrong', () => {
    const review = reviewAnswer(cases[0]!.face, cases[0]!.key, { type: 'single', choice: 'a' }, false)
    expect(review).toEqual({ verdict: 'wrong', share: null, given: [{ label: null, text: { ro: 'text a' }, isRight: false, why: { ro: 'WHY-a' } }], right: null, explanation: null })
  })

  test('what is right is explained', () => {
    expect(reviewAnswer(cases[0]!.face, cases[0]!.key, { type: 'single', choice: 'b' }, false)).toMatchObject({ verdict: 'right', explanation })
  })

  test('half an answer says how much of it is right', () => {
    expect(reviewAnswer(cases[2]!.face, cases[2]!.key, { type: 'matching', pairs: { a: 'b' } }, false)).toMatchObject({ verdict: 'partly', share: { right: 1, of: 3 } })
  })
})

describe('once the quiz is passed', () => {
  test.each(cases)('a $face.type tells its answer and explanation', ({ face, key, response }) => {
    fc.assert(
      fc.property(response, (given) => {
        const review = reviewAnswer(face, key, given, true)
        expect(review.explanation).toEqual(explanation)
        expect(review.right === null).toBe(review.verdict === 'right')
      }),
    )
  })

  test('a number is told with its unit, in each language that has one', () => {
    const { face, key } = cases[4]!
    const review = reviewAnswer(face, key, { type: 'numeric', value: 4, typed: '4' }, true)
    expect(review.right?.[0]?.text).toEqual({ ro: '4,5\u00A0elevi', en: '4.5\u00A0pupils' })
  })
})
