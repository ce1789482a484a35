// Open answers: how long they must be, that they give no points, and what their author may say of them.
import { describe, expect, test } from 'vitest'
import { gradeSheet } from '#app/core/assessment/grade.ts'
import { cleanText, countCharacters, countWords, faultOfText, FEWEST_WORDS, MOST_CHARACTERS } from '#app/core/assessment/open-answer.ts'
import type { AnswerKey, QuestionFace, Response } from '#app/core/assessment/question.ts'
import { readOwnPoints, reviewOpenAnswer } from '#app/core/assessment/self-assessment.ts'
import { fillSheet, readSheet } from '#app/core/assessment/sheet.ts'

const words = (count: number) => Array(count).fill('cuvânt').join(' ')
const face = {
  type: 'open',
  text: { ro: '?' },
  rubric: [
    { id: 'goal', text: { ro: 'Obiectivul' }, points: 1 },
    { id: 'steps', text: { ro: 'Pașii' }, points: 3 },
  ],
  passPoints: 3,
} satisfies QuestionFace
const key = { type: 'open', full: { goal: { ro: 'Scris' }, steps: { ro: 'În ordine' } }, explanation: { ro: 'De exemplu' } } satisfies AnswerKey

test.each([
  ['', 'open'],
  ['\r\n \t', 'open'],
  [words(FEWEST_WORDS - 1), 'short'],
  [words(FEWEST_WORDS), null],
  ['. '.repeat(50), 'short'],
  [`${words(FEWEST_WORDS)} ${'x'.repeat(MOST_CHARACTERS)}`, 'long'],
  [`${words(FEWEST_WORDS)} ${'😀'.repeat(MOST_CHARACTERS - words(FEWEST_WORDS).length - 1)}`, null],
])('%j is %s', (typed, fault) => {
  expect(faultOfText(cleanText(typed))).toBe(fault)
})

test('a text keeps its lines and loses what cannot be stored', () => {
  expect(cleanText(' unu\r\ndoi\rtrei\tpatru\u0000\ud800 ')).toBe('unu\ndoi\ntrei\tpatru')
  expect(countWords('Într-o oră, 3,5 km – și gata.')).toBe(6)
  expect(countCharacters('ș😀')).toBe(2)
})

test('a sheet reads a text, and is filled with it again', () => {
  const text = `${words(FEWEST_WORDS)}\nși încă unul`
  const [answer] = readSheet([{ key: 'q', face }], new URLSearchParams({ q1: text.replace('\n', '\r\n') }))
  expect(answer).toEqual({ key: 'q', response: { type: 'open', text }, fault: null })
  expect(fillSheet([{ key: 'q', face }], new Map([['q', answer!.response]]))).toEqual({ q1: [text] })
  expect(readSheet([{ key: 'q', face }], new URLSearchParams({ q1: 'Prea puțin' }))[0]).toEqual({ key: 'q', response: { type: 'open', text: 'Prea puțin' }, fault: 'short' })
})

test('an open answer gives no points and asks for none', () => {
  const numeric: AnswerKey = { type: 'numeric', right: 4, tolerance: 0, explanation: { ro: '' } }
  const keys = new Map<string, AnswerKey>([['n', numeric], ['o', key]])
  const grade = (value: number) => gradeSheet(keys, new Map<string, Response>([['n', { type: 'numeric', value, typed: '' }], ['o', { type: 'open', text: words(30) }]]), 70)
  expect(grade(4)).toMatchObject({ scored: 1, percent: 100, passed: true, answers: [{ key: 'n' }, { key: 'o', parts: 0 }] })
  expect(grade(5)).toMatchObject({ scored: 1, percent: 0, passed: false })
})

describe('what somebody thinks of their own answer', () => {
  test.each<[string, unknown]>([
    ['q6-1=1&q6-2=3', { points: { goal: 1, steps: 3 } }],
    ['q6-1=0&q6-2=0&question=6', { points: { goal: 0, steps: 0 } }],
    ['q6-1=1', { faults: [{ criterion: 2, fault: 'open' }] }],
    ['q6-1=2&q6-2=3', { faults: [{ criterion: 1, fault: 'unknown' }] }],
    ['q6-1=1&q6-2=-1', { faults: [{ criterion: 2, fault: 'unknown' }] }],
    ['q6-1=1&q6-2=1.5', { faults: [{ criterion: 2, fault: 'unknown' }] }],
    ['q6-1=1&q6-2=1e0', { faults: [{ criterion: 2, fault: 'unknown' }] }],
    ['q6-1=1&q6-1=1&q6-2=1', { faults: [{ criterion: 1, fault: 'unknown' }] }],
    ['q6-1=1&q6-2=3&q6-3=1', { faults: [{ criterion: 3, fault: 'unknown' }] }],
    ['q5-1=1&q5-2=3', { faults: [{ criterion: 1, fault: 'open' }, { criterion: 2, fault: 'open' }, { criterion: 1, fault: 'unknown' }, { criterion: 2, fault: 'unknown' }] }],
  ])('%s', (form, read) => {
    expect(readOwnPoints(face, 6, new URLSearchParams(form))).toEqual(read)
  })

  test('stands beside the rubric, in its order', () => {
    expect(reviewOpenAnswer(face, key, 'text', undefined)).toMatchObject({ own: null, text: 'text', explanation: key.explanation })
    expect(reviewOpenAnswer(face, key, 'text', { steps: 2, goal: 1 })).toMatchObject({ own: [1, 2], rubric: [{ points: 1, full: { ro: 'Scris' } }, { points: 3, full: { ro: 'În ordine' } }] })
  })
})
