// questions.quiz.yaml: a quiz as it is written in one language, each question with exactly one right answer or, where it is open, a rubric.
import { z } from 'zod'
import { mock } from '../assessment/mock.ts'
import { questionTypes } from '../assessment/question.ts'
import { problem, type Path, type Problem } from './fault.ts'
import { field, identity, isMapping, parseFields, text, whole, type Fields, type Parsed } from './parse-fields.ts'
import { checkGroups } from './quiz-groups.ts'

/** Of a criterion: more cannot be told apart. */
const MOST_POINTS = 10

const name = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)
const names = 'Name each in small letters and digits'
const option = z.strictObject({ text, why: text })
const options = field(atLeastTwo(option), `${names}, at least two, such as a: { text: "…", why: "…" }; why is shown after the answer.`)
const sides = field(atLeastTwo(text), `${names}, at least two, such as by: "BY".`)
const criterion = z.strictObject({ text, points: z.int().min(1).max(MOST_POINTS), full: text })
const rubric = z.record(name, criterion).refine((record) => Object.keys(record).length > 0, 'has no criterion.')
const explanation = field(text, 'Explain the answer: it is shown after the quiz was handed in.')

function atLeastTwo<S extends z.ZodType>(item: S) {
  return z.record(name, item).refine((record) => Object.keys(record).length >= 2, 'has fewer than two entries.')
}

const head = {
  id: field(identity, 'Write an identity that stays for ever, such as PD-1-q1.'),
  variantOf: field(identity.nullable().default(null), 'Name the question before this one for which it stands, or leave it out.'),
  text: field(text, 'Write the question.'),
  mock: field(mock.nullable().default(null), `Write kind (message, login, permission or password) and its fields; addresses are under .example, so that they are nobody's.`),
  explanation,
}

const fieldsByType = {
  single: { ...head, type: field(z.literal('single'), ''), options, answer: field(z.string(), 'Write the name of the one right option.') },
  multiple: { ...head, type: field(z.literal('multiple'), ''), options, answer: field(z.array(z.string()).min(1), 'List the names of all right options, such as [a, b].') },
  matching: { ...head, type: field(z.literal('matching'), ''), left: sides, right: sides, answer: field(z.record(z.string(), z.string()), 'Give each left side its right one, such as { a1: incepator }.') },
  ordering: { ...head, type: field(z.literal('ordering'), ''), items: sides, answer: field(z.array(z.string()), 'List the names of all items in the right order.') },
  numeric: {
    ...head,
    type: field(z.literal('numeric'), ''),
    unit: field(text.nullable().default(null), 'Write the unit, or leave it out for a bare number.'),
    answer: field(z.number(), 'Write the right number, with a point for decimals.'),
    tolerance: field(z.number().nonnegative().default(0), 'Write how far from the answer is still right, as a number from 0 up.'),
  },
  open: {
    ...head,
    type: field(z.literal('open'), ''),
    rubric: field(rubric, `${names}, such as c1: { text: "…", points: 2, full: "…" }, with 1 to ${MOST_POINTS} points; full says what earns them all.`),
    passPoints: field(z.int().min(1), 'Write how many points of all criteria make a good answer.'),
  },
} satisfies Record<(typeof questionTypes)[number], Fields>

export type QuestionText = { [T in keyof typeof fieldsByType]: Parsed<(typeof fieldsByType)[T]> }[keyof typeof fieldsByType]

const quizFields = {
  id: field(identity, 'Write an identity that stays for ever, such as PD-1-quiz.'),
  title: field(text, 'Write the title in the language of this file.'),
  questions: field(z.array(z.unknown()).min(1), 'List at least one question.'),
}

export type QuizText = { id: string; title: string; questions: QuestionText[] }

/** `questions` holds null where one could not be read; `quiz` is null unless all of it could. */
export type CheckedQuiz = { quiz: QuizText | null; id: string | null; questionIds: (string | null)[]; questions: (QuestionText | null)[]; problems: Problem[] }

export function checkQuizFile(value: unknown): CheckedQuiz {
  const { known, problems } = parseFields(quizFields, value)
  const written = known.questions ?? []
  const questions = written.map((question, index) => checkQuestion(question, ['questions', index], problems))
  const questionIds = written.map((question) => (isMapping(question) && typeof question['id'] === 'string' ? question['id'] : null))
  problems.push(...checkGroups(questionIds, questions))
  const read = questions.filter((question) => question !== null)
  const all = whole(quizFields, known)
  return {
    quiz: all && read.length === questions.length ? { ...all, questions: read } : null,
    id: known.id ?? null,
    questionIds,
    questions,
    problems,
  }
}

function checkQuestion(value: unknown, path: Path, problems: Problem[]): QuestionText | null {
  const type = isMapping(value) && Object.hasOwn(value, 'type') ? value['type'] : undefined
  const known = questionTypes.find((each) => each === type)
  if (!known) {
    const message = isMapping(value) ? (type === undefined ? 'The question has no "type".' : `"type" is ${JSON.stringify(type)}.`) : 'This is not a question.'
    problems.push(problem(type === undefined ? path : [...path, 'type'], message, `Write one of ${questionTypes.join(', ')}.`))
    return null
  }
  const parsed = parseFields(fieldsByType[known], value, path)
  problems.push(...parsed.problems)
  const question = whole(fieldsByType[known], parsed.known as Partial<Parsed<(typeof fieldsByType)[typeof known]>>) as QuestionText | null
  if (question) problems.push(...(question.type === 'open' ? checkPassPoints(question, path) : checkAnswer(question, [...path, 'answer'])))
  return question
}

type OpenQuestion = Extract<QuestionText, { type: 'open' }>
type ScoredQuestion = Exclude<QuestionText, OpenQuestion>

function checkPassPoints({ rubric, passPoints }: OpenQuestion, path: Path): Problem[] {
  const all = Object.values(rubric).reduce((sum, { points }) => sum + points, 0)
  return passPoints > all ? [problem([...path, 'passPoints'], `"passPoints" is ${passPoints}, all criteria together give ${all}.`, `Write a number from 1 to ${all}.`)] : []
}

/** Whether the answer names what there is, all that it must and nothing twice. */
function checkAnswer(question: ScoredQuestion, path: Path): Problem[] {
  switch (question.type) {
    case 'single':
      return unknownNames([question.answer], question.options, () => path, 'options')
    case 'multiple':
      return [...unknownNames(question.answer, question.options, (index) => [...path, index], 'options'), ...twice(question.answer, path)]
    case 'matching': {
      const left = Object.keys(question.answer)
      return [
        ...unknownNames(left, question.left, (index) => [...path, left[index]!], 'left', 'key'),
        ...unknownNames(Object.values(question.answer), question.right, (index) => [...path, left[index]!], 'right'),
        ...leftOut(left, question.left, path),
      ]
    }
    case 'ordering':
      return [...unknownNames(question.answer, question.items, (index) => [...path, index], 'items'), ...twice(question.answer, path), ...leftOut(question.answer, question.items, path)]
    case 'numeric':
      return []
  }
}

function unknownNames(answer: readonly string[], known: Record<string, unknown>, pathOf: (index: number) => Path, where: string, on: Problem['on'] = 'value'): Problem[] {
  return answer.flatMap((name, index) =>
    Object.hasOwn(known, name) ? [] : [{ path: pathOf(index), on, message: `The answer names "${name}", which "${where}" does not have.`, cure: `Name one of ${Object.keys(known).join(', ')}.` }],
  )
}

function twice(answer: readonly string[], path: Path): Problem[] {
  return answer.flatMap((name, index) => (answer.indexOf(name) < index ? [problem([...path, index], `The answer names "${name}" twice.`, 'Name each once.')] : []))
}

function leftOut(answer: readonly string[], known: Record<string, unknown>, path: Path): Problem[] {
  const missing = Object.keys(known).filter((name) => !answer.includes(name))
  return missing.length > 0 ? [problem(path, `The answer leaves out ${missing.join(', ')}.`, 'Give each its place.')] : []
}
