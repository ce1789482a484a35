import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SheetQuestion } from '#app/core/assessment/draw.ts'
import type { Response } from '#app/core/assessment/question.ts'
import { fillSheet, readSheet } from '#app/core/assessment/sheet.ts'

const choice = (id: string) => ({ id, text: { ro: id } })
const text = { ro: '?' }

const questions: SheetQuestion[] = [
  { key: 'S', face: { type: 'single', text, choices: ['a', 'b', 'c'].map(choice) } },
  { key: 'M', face: { type: 'multiple', text, choices: ['a', 'b', 'c', 'd'].map(choice) } },
  { key: 'P', face: { type: 'matching', text, left: ['x', 'y'].map(choice), right: ['one', 'two', 'three'].map(choice) } },
  { key: 'O', face: { type: 'ordering', text, items: ['first', 'second', 'third'].map(choice) } },
  { key: 'N', face: { type: 'numeric', text, unit: null } },
]

function read(form: string, key: string) {
  const answer = readSheet(questions, new URLSearchParams(form)).find((candidate) => candidate.key === key)
  return { response: answer?.response, fault: answer?.fault }
}

describe('a sheet is read strictly', () => {
  test.each<[string, string, Response, string | null]>([
    ['S', 'q1=2', { type: 'single', choice: 'b' }, null],
    ['S', '', { type: 'single', choice: null }, 'open'],
    ['S', 'q1=4', { type: 'single', choice: null }, 'unknown'],
    ['S', 'q1=b', { type: 'single', choice: null }, 'unknown'],
    ['S', 'q1=1&q1=2', { type: 'single', choice: 'a' }, 'unknown'],
    ['S', 'q1=0', { type: 'single', choice: null }, 'unknown'],
    ['S', 'q1=01', { type: 'single', choice: null }, 'unknown'],
    ['S', 'q1=__proto__', { type: 'single', choice: null }, 'unknown'],
    ['M', 'q2=1&q2=4', { type: 'multiple', choices: ['a', 'd'] }, null],
    ['M', 'q2=1&q2=1', { type: 'multiple', choices: ['a'] }, null],
    ['M', 'q2=1&q2=5', { type: 'multiple', choices: ['a'] }, 'unknown'],
    ['M', '', { type: 'multiple', choices: [] }, 'open'],
    ['P', 'q3-1=3&q3-2=1', { type: 'matching', pairs: { x: 'three', y: 'one' } }, null],
    ['P', 'q3-1=1&q3-2=1', { type: 'matching', pairs: { x: 'one', y: 'one' } }, null],
    ['P', 'q3-1=3&q3-2=', { type: 'matching', pairs: { x: 'three' } }, 'open'],
    ['P', 'q3-1=3&q3-2=9', { type: 'matching', pairs: { x: 'three' } }, 'unknown'],
    ['O', 'q4-1=3&q4-2=1&q4-3=2', { type: 'ordering', order: ['second', 'third', 'first'] }, null],
    ['O', 'q4-1=3&q4-2=3&q4-3=1', { type: 'ordering', order: ['third', '', 'first'] }, 'repeated'],
    ['O', 'q4-1=3', { type: 'ordering', order: ['', '', 'first'] }, 'open'],
    ['O', 'q4-1=4&q4-2=1&q4-3=2', { type: 'ordering', order: ['second', 'third', ''] }, 'unknown'],
    ['N', 'q5=3,8', { type: 'numeric', value: 3.8, typed: '3,8' }, null],
    ['N', 'q5=+3.8+', { type: 'numeric', value: 3.8, typed: '3.8' }, null],
    ['N', 'q5=-0', { type: 'numeric', value: 0, typed: '-0' }, null],
    ['N', `q5=${encodeURIComponent('−2,5')}`, { type: 'numeric', value: -2.5, typed: '−2,5' }, null],
    ['N', 'q5=patru', { type: 'numeric', value: null, typed: 'patru' }, 'number'],
    ['N', 'q5=1.234,5', { type: 'numeric', value: null, typed: '1.234,5' }, 'number'],
    ['N', 'q5=1e3', { type: 'numeric', value: null, typed: '1e3' }, 'number'],
    ['N', 'q5=0x10', { type: 'numeric', value: null, typed: '0x10' }, 'number'],
    ['N', 'q5=Infinity', { type: 'numeric', value: null, typed: 'Infinity' }, 'number'],
    ['N', 'q5=4+elevi', { type: 'numeric', value: null, typed: '4 elevi' }, 'number'],
    ['N', 'q5=1234567890', { type: 'numeric', value: null, typed: '1234567890' }, 'number'],
    ['N', 'q5=++', { type: 'numeric', value: null, typed: '' }, 'open'],
  ])('%s %s', (key, form, response, fault) => {
    expect(read(form, key)).toEqual({ response, fault })
  })

  test('whatever is sent, only what was shown comes out, and nothing throws', () => {
    const name = fc.oneof(fc.constantFrom('q1', 'q2', 'q3-1', 'q3-2', 'q4-1', 'q4-2', 'q4-3', 'q5', '__proto__', 'constructor'), fc.string())
    const value = fc.oneof(fc.constantFrom('1', '2', '3', '4', '', '-1', '1.5', 'a', '__proto__', '9'.repeat(400)), fc.string({ unit: 'binary', maxLength: 12 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 30 }), (pairs) => {
        const [single, multiple, matching, ordering, numeric] = readSheet(questions, new URLSearchParams(pairs)).map((answer) => answer.response)
        if (single?.type !== 'single' || multiple?.type !== 'multiple' || matching?.type !== 'matching' || ordering?.type !== 'ordering' || numeric?.type !== 'numeric') throw new Error('types are kept')
        expect([null, 'a', 'b', 'c']).toContain(single.choice)
        expect(['a', 'b', 'c', 'd']).toEqual(expect.arrayContaining(multiple.choices))
        expect(new Set(multiple.choices).size).toBe(multiple.choices.length)
        expect(['x', 'y']).toEqual(expect.arrayContaining(Object.keys(matching.pairs)))
        expect(['one', 'two', 'three']).toEqual(expect.arrayContaining(Object.values(matching.pairs)))
        expect(['', 'first', 'second', 'third']).toEqual(expect.arrayContaining(ordering.order))
        expect(ordering.order).toHaveLength(3)
        expect(numeric.value === null || Number.isFinite(numeric.value)).toBe(true)
      }),
    )
  })

  test('a sheet filled from responses is read as the same responses', () => {
    const order = fc.shuffledSubarray(['first', 'second', 'third', ''], { minLength: 3, maxLength: 3 })
    const responses = fc.tuple(
      fc.constantFrom(null, 'a', 'b', 'c'),
      fc.subarray(['a', 'b', 'c', 'd']),
      fc.record({ x: fc.constantFrom('one', 'two', 'three'), y: fc.constantFrom('one', 'two', 'three') }, { requiredKeys: [] }),
      order,
      fc.constantFrom('', '3,8', 'patru'),
    )
    fc.assert(
      fc.property(responses, ([single, multiple, pairs, placed, typed]) => {
        const given = new Map<string, Response>([
          ['S', { type: 'single', choice: single }],
          ['M', { type: 'multiple', choices: multiple }],
          ['P', { type: 'matching', pairs: { ...pairs } }],
          ['O', { type: 'ordering', order: placed }],
          ['N', { type: 'numeric', value: typed === '3,8' ? 3.8 : null, typed }],
        ])
        const form = new URLSearchParams(Object.entries(fillSheet(questions, given)).flatMap(([name, values]) => values.map((value) => [name, value])))
        expect(new Map(readSheet(questions, form).map(({ key, response }) => [key, response]))).toEqual(given)
      }),
    )
  })

  test('a draft of another shape or with choices that are gone fills nothing', () => {
    const stale = new Map<string, Response>([
      ['S', { type: 'numeric', value: 1, typed: '1' }],
      ['M', { type: 'multiple', choices: ['gone'] }],
    ])
    expect(fillSheet(questions, stale)).toEqual({})
  })
})
