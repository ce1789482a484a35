// A quiz is one quiz in every language: identities, types and answers are the Romanian ones.
import { problem, type Path, type Problem } from './fault.ts'
import type { CheckedQuiz, QuestionText } from './quiz-file.ts'

const SAME = 'Write the same in every language.'

export function compareQuizzes(source: CheckedQuiz, other: CheckedQuiz): Problem[] {
  const problems: Problem[] = []
  if (source.id !== null && other.id !== null && source.id !== other.id) problems.push(problem(['id'], `"id" is ${other.id}, in Romanian ${source.id}.`, SAME))
  other.questionIds.forEach((id, index) => {
    if (id === null) return
    const place = source.questionIds.indexOf(id)
    if (place < 0) problems.push(problem(['questions', index, 'id'], `The Romanian quiz has no question "${id}".`, SAME))
    const [there, here] = [source.questions[place], other.questions[index]]
    if (there && here) problems.push(...compareQuestions(there, here, ['questions', index]))
  })
  const missing = new Set(source.questionIds.filter((id) => id !== null && !other.questionIds.includes(id)))
  if (missing.size > 0) problems.push(problem(['questions'], `The Romanian quiz also has ${[...missing].join(', ')}.`, 'Translate the whole quiz.'))
  return problems
}

function compareQuestions(there: QuestionText, here: QuestionText, path: Path): Problem[] {
  if (there.type !== here.type) return [problem([...path, 'type'], `"type" is ${here.type}, in Romanian ${there.type}.`, SAME)]
  const [shapeThere, shapeHere] = [wholeShapeOf(there), wholeShapeOf(here)]
  return Object.keys(shapeHere).flatMap((name) =>
    shapeHere[name] === shapeThere[name] ? [] : [problem([...path, name], `"${name}" is ${shapeHere[name]}, in Romanian ${shapeThere[name]}.`, SAME)],
  )
}

/** What does not depend on the language, field by field, as text that is equal when it means the same. */
type Shape = Record<string, string>

function wholeShapeOf(question: QuestionText): Shape {
  return { variantOf: question.variantOf ?? 'absent', mock: question.mock?.kind ?? 'absent', ...shapeOf(question) }
}

function shapeOf(question: QuestionText): Shape {
  switch (question.type) {
    case 'single':
      return { options: namesOf(question.options), answer: question.answer }
    case 'multiple':
      return { options: namesOf(question.options), answer: question.answer.toSorted().join(', ') }
    case 'matching': {
      const pairs = Object.entries(question.answer).map((pair) => pair.join(': '))
      return { left: namesOf(question.left), right: namesOf(question.right), answer: pairs.toSorted().join(', ') }
    }
    case 'ordering':
      return { items: namesOf(question.items), answer: question.answer.join(', ') }
    case 'numeric':
      return { unit: question.unit === null ? 'absent' : 'present', answer: String(question.answer), tolerance: String(question.tolerance) }
    case 'open': {
      const criteria = Object.entries(question.rubric).map(([name, { points }]) => `${name} for ${points}`)
      return { rubric: criteria.toSorted().join(', '), passPoints: String(question.passPoints) }
    }
  }
}

function namesOf(record: Record<string, unknown>): string {
  return Object.keys(record).toSorted().join(', ')
}
