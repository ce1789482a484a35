import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gradeSheet, shareRight } from '#app/core/assessment/grade.ts'
import { isWithin } from '#app/core/assessment/number.ts'
import type { AnswerKey, Response } from '#app/core/assessment/question.ts'
import { averagePercent, fromPoints, isPassed, PARTS, percentOf, shareOfPoint, toPoints } from '#app/core/assessment/score.ts'

const explanation = { ro: '' }
const single: AnswerKey = { type: 'single', right: 'b', why: {}, explanation }
const multiple: AnswerKey = { type: 'multiple', right: ['a', 'b', 'c'], why: {}, explanation }
const matching: AnswerKey = { type: 'matching', right: { x: 'one', y: 'two', z: 'three' }, explanation }
const ordering: AnswerKey = { type: 'ordering', right: ['1', '2', '3', '4', '5'], explanation }
const numeric: AnswerKey = { type: 'numeric', right: 1.1, tolerance: 0.05, explanation }

const order = (text: string): Response => ({ type: 'ordering', order: text.split('').map((id) => (id === '-' ? '' : id)) })
const chosen = (text: string): Response => ({ type: 'multiple', choices: text.split('') })
const number = (value: number | null): Response => ({ type: 'numeric', value, typed: String(value) })

describe('what an answer is worth', () => {
  test.each<[string, AnswerKey, Response, string]>([
    ['the right choice', single, { type: 'single', choice: 'b' }, '1/1'],
    ['another choice', single, { type: 'single', choice: 'a' }, '0/1'],
    ['no choice', single, { type: 'single', choice: null }, '0/1'],
    ['all right choices', multiple, chosen('abc'), '3/3'],
    ['some of the right choices', multiple, chosen('ab'), '2/3'],
    ['all right choices and a wrong one', multiple, chosen('abcd'), '2/3'],
    ['one right and one wrong', multiple, chosen('ad'), '0/3'],
    ['more wrong than right, never below none', multiple, chosen('ade'), '0/3'],
    ['everything there is', multiple, chosen('abcdef'), '0/3'],
    ['nothing', multiple, chosen(''), '0/3'],
    ['all pairs', matching, { type: 'matching', pairs: { x: 'one', y: 'two', z: 'three' } }, '3/3'],
    ['one pair', matching, { type: 'matching', pairs: { x: 'one', y: 'three', z: 'two' } }, '1/3'],
    ['no pairs', matching, { type: 'matching', pairs: {} }, '0/3'],
    ['the right order', ordering, order('12345'), '4/4'],
    ['the first put last: one step broken', ordering, order('23451'), '3/4'],
    ['two neighbours changed: three steps broken', ordering, order('13245'), '1/4'],
    ['the reverse', ordering, order('54321'), '0/4'],
    ['places left open', ordering, order('12---'), '1/4'],
    ['nothing placed', ordering, order('-----'), '0/4'],
    ['within the tolerance', numeric, number(1.15), '1/1'],
    ['at its lower edge', numeric, number(1.05), '1/1'],
    ['just beyond', numeric, number(1.049999), '0/1'],
    ['no number', numeric, number(null), '0/1'],
    ['an answer of another type', numeric, chosen('a'), '0/1'],
  ])('%s', (_, key, response, share) => {
    const { right, of } = shareRight(key, response)
    expect(`${right}/${of}`).toBe(share)
  })

  test('a share is never below none nor above all', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1 }), fc.array(id), (right, choices) => {
        const share = shareRight({ type: 'multiple', right, why: {}, explanation }, { type: 'multiple', choices })
        expect(share.right).toBeGreaterThanOrEqual(0)
        expect(share.right).toBeLessThanOrEqual(share.of)
      }),
    )
  })

  test('only the right order has all its steps', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['1', '2', '3', '4', '5'], { minLength: 5 }), (ids) => {
        const { right, of } = shareRight(ordering, { type: 'ordering', order: ids })
        expect(right === of).toBe(ids.join('') === '12345')
      }),
    )
  })

  test('decimals are compared as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: -2e6, max: 2e6 }), (right, tolerance, off) => {
        expect(isWithin((right + off) / 1000, right / 1000, tolerance / 1000)).toBe(Math.abs(off) <= tolerance)
      }),
    )
  })
})

describe('a sheet', () => {
  test('is the sum of its questions, and an unanswered one is worth nothing', () => {
    const keys = new Map<string, AnswerKey>([['s', single], ['m', multiple], ['n', numeric]])
    const responses = new Map<string, Response>([['s', { type: 'single', choice: 'b' }], ['m', chosen('ab')], ['foreign', number(1)]])
    expect(gradeSheet(keys, responses, 55)).toMatchObject({ percent: 55, passed: true, parts: PARTS + shareOfPoint(2, 3), answers: [{ key: 's' }, { key: 'm' }] })
    expect(gradeSheet(keys, responses, 56)).toMatchObject({ percent: 55, passed: false })
  })

  test('without questions is never passed', () => {
    expect(gradeSheet(new Map(), new Map(), 0)).toMatchObject({ percent: 0, passed: false })
  })
})

describe('points', () => {
  test('thirds add up to a whole', () => {
    expect(shareOfPoint(1, 3) + shareOfPoint(2, 3)).toBe(PARTS)
    expect(isPassed(shareOfPoint(1, 3) + shareOfPoint(2, 3) + 2 * PARTS, 5, 60)).toBe(true)
  })

  test('seven tenths are seventy percent', () => {
    expect(percentOf(7 * shareOfPoint(1, 10), 1)).toBe(70)
    expect(isPassed(7 * shareOfPoint(1, 10), 1, 70)).toBe(true)
  })

  const shares = fc.array(fc.integer({ min: 1, max: 16 }).chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of))), { minLength: 1, maxLength: 40 })

  test('the percent that is shown reaches the pass mark exactly when the quiz is passed', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 100 }), (list, mark) => {
        const parts = list.reduce((sum, [right, of]) => sum + shareOfPoint(right, of), 0)
        expect(percentOf(parts, list.length) >= mark).toBe(isPassed(parts, list.length, mark))
        expect(percentOf(parts, list.length) === 100).toBe(list.every(([right, of]) => right === of))
      }),
    )
  })

  test('what is stored is what was earned', () => {
    fc.assert(
      fc.property(shares, (list) => {
        const parts = list.reduce((sum, [right, of]) => sum + shareOfPoint(right, of), 0)
        expect(fromPoints(toPoints(parts))).toBe(parts)
      }),
    )
  })

  test.each([
    [[90], 90],
    [[93, 86], 90],
    [[100, 100, 99], 100],
    [[70, 71, 71], 71],
  ])('the mean of %j is %i', (percents, mean) => {
    expect(averagePercent(percents)).toBe(mean)
  })
})
