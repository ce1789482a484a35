// The decisions about content: which addresses are safe, what a question shows, what an editorial change may change.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { competenceCodes, competenceLevels, competenceTerm } from '#app/core/catalogue/competences.ts'
import { compareTerms, minutesOf, type Terms } from '#app/core/catalogue/course.ts'
import { formatFault, inReadingOrder } from '#app/core/catalogue/fault.ts'
import { layOut } from '#app/core/catalogue/layout.ts'
import type { QuestionText } from '#app/core/catalogue/quiz-file.ts'
import { refuseImage, refuseLink } from '#app/core/catalogue/safe-address.ts'
import { splitQuestion } from '#app/core/catalogue/split-question.ts'
import { locales } from '#app/core/kernel/locale.ts'
import { term, translator } from '#app/language/translate.ts'

test.each(['https://example.org', 'https://example.org/a?b=c#d', 'mailto:elena@example.org', '#prima-parte', '/', '/courses/pedagogie-digitala'])('a lesson may link to %s', (address) => {
  expect(refuseLink(address)).toBeNull()
})

test.each([
  '',
  '#',
  'x',
  '../x',
  'http://example.org',
  'https:example.org',
  'https://',
  'https:///x',
  'https://user@example.org',
  'https://example.org\\@example.com',
  ' https://example.org',
  '//example.org',
  '/\\example.org',
  '/\t/example.org',
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'blob:https://example.org/x',
  'mailto:a@example.org?bcc=b@example.org',
  'ftp://example.org',
])('a lesson may not link to %j', (address) => {
  expect(refuseLink(address)).not.toBeNull()
})

test('images are of this site', () => {
  expect(refuseImage('/catedra/clasa.png')).toBeNull()
  for (const address of ['https://example.org/x.png', '//example.org/x.png', 'data:image/png;base64,x', '#x', 'clasa.png']) expect(refuseImage(address), address).not.toBeNull()
})

const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/), { minLength: 2, maxLength: 6 })
const options = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, { text: `textul ${id}`, why: `KEY ${id}` }]))
const faceOf = (question: QuestionText) => splitQuestion(new Map([['ro', question]])).face

test('a face is the same whichever answer is right and however the choices were written, and holds nothing of the key', () => {
  fc.assert(
    fc.property(
      names.chain((ids) => fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length }), fc.constantFrom(...ids), fc.constantFrom(...ids))),
      ([ids, shuffled, right, other]) => {
        const single = (order: string[], answer: string): QuestionText => ({ type: 'single', id: 'q', variantOf: null, mock: null, text: 'Care?', options: options(order), answer, explanation: 'KEY' })
        const ordering = (order: string[]): QuestionText => ({ type: 'ordering', id: 'q', variantOf: null, mock: null, text: 'Cum?', items: Object.fromEntries(order.map((id) => [id, id])), answer: order, explanation: 'KEY' })
        expect(faceOf(single(shuffled, other))).toEqual(faceOf(single(ids, right)))
        expect(faceOf(ordering(shuffled))).toEqual(faceOf(ordering(ids)))
        expect(JSON.stringify([faceOf(single(ids, right)), faceOf(ordering(ids))])).not.toContain('KEY')
      },
    ),
  )
})

test('a question has a text in each language that it was written in', () => {
  const numeric = (text: string, unit: string): QuestionText => ({ type: 'numeric', id: 'q', variantOf: null, mock: null, text, unit, answer: 4, tolerance: 0, explanation: `${text} 4` })
  const { face, answerKey } = splitQuestion(new Map([['ro', numeric('Câți?', 'elevi')], ['en', numeric('How many?', 'pupils')]]))
  expect(face).toEqual({ type: 'numeric', text: { ro: 'Câți?', en: 'How many?' }, unit: { ro: 'elevi', en: 'pupils' } })
  expect(answerKey).toEqual({ type: 'numeric', right: 4, tolerance: 0, explanation: { ro: 'Câți? 4', en: 'How many? 4' } })
})

const terms: Terms = { passPercent: 70, validityMonths: 60, countsTowardIndicator: true, lessons: ['L1'], quizzes: ['Q'], questions: [{ key: 'q1', variantOf: null, face: { type: 'numeric', text: { ro: 'Câți?' }, unit: null } }] }

test.each<[string, Partial<Terms>]>([
  ['the pass mark', { passPercent: 60 }],
  ['how long the certificate is valid', { validityMonths: null }],
  ['whether it counts', { countsTowardIndicator: false }],
  ['the lessons', { lessons: ['L1', 'L2'] }],
  ['the quizzes', { quizzes: [] }],
  ['the questions', { questions: [] }],
  ['what can be chosen', { questions: [{ key: 'q1', variantOf: null, face: { type: 'single', text: { ro: 'Câți?' }, choices: [{ id: 'a', text: { ro: 'Patru' } }] } }] }],
  ['which is a variant', { questions: [{ ...terms.questions[0]!, variantOf: 'q0' }] }],
])('a version that changes %s asks for something else', (_name, change) => {
  expect(compareTerms(terms, { ...terms, ...change })).not.toEqual([])
})

test('a version that changes words alone asks for the same', () => {
  expect(compareTerms(terms, { ...terms, questions: [{ key: 'q1', variantOf: null, face: { type: 'numeric', text: { ro: 'Câți elevi?' }, unit: null } }] })).toEqual([])
})

test('the minutes of a course are those of reading, doing and answering', () => {
  const lesson = { key: '', slug: '', minutes: 20, competences: [], texts: [] }
  const quiz = { kind: 'test' as const, key: '', slug: '', title: { ro: '' }, questions: [] }
  expect(minutesOf({ modules: [1, 2].map(() => ({ key: '', title: { ro: '' }, activityMinutes: 25, quizMinutes: 15, outcomes: [], lessons: [lesson, lesson], quiz, range: null })) })).toBe(160)
})

test('lessons stand in the order of the modules and of their numbers, whatever the order of the files', () => {
  const paths = ['ro/02-b/01-y.mdx', 'ro/01-a/10-z.mdx', 'course.yaml', 'ro/01-a/02-x.mdx', 'ro/02-b/questions.quiz.yaml', 'ro/01-a/questions.quiz.yaml']
  const { lessons, locales: found, faults } = layOut(paths, ['02-b', '01-a'])
  expect(lessons.map(({ path }) => path)).toEqual(['ro/02-b/01-y.mdx', 'ro/01-a/02-x.mdx', 'ro/01-a/10-z.mdx'])
  expect(found).toEqual(['ro'])
  expect(faults).toEqual([])
})

test('a fault is one line, told once, in the order in which files are read', () => {
  const fault = (line: number, column: number, message = 'x') => ({ file: 'a', line, column, message, cure: 'y' })
  expect(inReadingOrder([fault(10, 1), fault(9, 2), fault(9, 1), fault(9, 2)]).map(({ line, column }) => `${line}:${column}`)).toEqual(['9:1', '9:2', '10:1'])
  expect(formatFault(fault(9, 1, 'two\nlines'))).toBe('a:9:1 two lines y')
})

test('every competence and level has a name in every language', () => {
  expect(competenceCodes).toHaveLength(22)
  for (const locale of locales) {
    const t = translator(locale)
    for (const key of [...competenceCodes.map(competenceTerm), ...competenceLevels.map((level) => `digcompedu.${level}`)]) expect(term(t, key), `${locale} ${key}`).not.toContain('.')
  }
})
