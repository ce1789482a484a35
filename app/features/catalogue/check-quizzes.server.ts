// Checks the quizzes of a course: each for itself, each beside the same quiz in Romanian, all questions beside each other.
import type { QuizKind } from '#app/core/assessment/question.ts'
import { compareQuizzes } from '#app/core/catalogue/compare-quizzes.ts'
import { findRepeats, problem, type OwnFault } from '#app/core/catalogue/fault.ts'
import type { Layout } from '#app/core/catalogue/layout.ts'
import { checkSituations } from '#app/core/catalogue/range-file.ts'
import { checkQuizFile, type CheckedQuiz } from '#app/core/catalogue/quiz-file.ts'
import { sourceLocale, type Locale } from '#app/core/kernel/locale.ts'
import { readText } from './read-text.server.ts'
import { readYaml, type YamlFile } from './read-yaml.server.ts'

export type CheckedQuizFile = Layout['quizzes'][number] & { checked: CheckedQuiz; locate: YamlFile['locate'] }

export function checkQuizzes(files: ReadonlyMap<string, Uint8Array>, { locales, quizzes: found }: Layout): { quizzes: CheckedQuizFile[]; faults: OwnFault[] } {
  const read = found.map((file) => ({ ...file, ...readQuiz(files.get(file.path)!, file.kind) }))
  const faults = read.flatMap((quiz) => {
    const source = read.find(({ locale, folder, kind }) => locale === sourceLocale && folder === quiz.folder && kind === quiz.kind)
    const compared = source && source !== quiz && quiz.isRead && source.isRead ? quiz.locate(compareQuizzes(source.checked, quiz.checked)) : []
    return [...quiz.faults, ...compared].map((fault) => ({ ...fault, path: quiz.path }))
  })
  return { quizzes: read, faults: [...faults, ...locales.flatMap((locale) => repeatedIds(read, locale))] }
}

function readQuiz(bytes: Uint8Array, kind: QuizKind) {
  const { text, faults } = readText(bytes)
  const yaml = text === null ? null : readYaml(text)
  if (!yaml || yaml.faults.length > 0) {
    const checked: CheckedQuiz = { quiz: null, id: null, questionIds: [], questions: [], problems: [] }
    return { checked, isRead: false, locate: () => [], faults: [...faults, ...(yaml?.faults ?? [])] }
  }
  const checked = checkQuizFile(yaml.value)
  const problems = kind === 'range' ? [...checked.problems, ...checkSituations(checked)] : checked.problems
  return { checked, isRead: true, locate: yaml.locate, faults: [...faults, ...yaml.locate(problems)] }
}

function repeatedIds(quizzes: readonly CheckedQuizFile[], locale: Locale): OwnFault[] {
  const own = quizzes.filter((quiz) => quiz.locale === locale)
  const ids = own.map((quiz) => ({ quiz, id: quiz.checked.id, path: ['id'] as (string | number)[] }))
  const questionIds = own.flatMap((quiz) => quiz.checked.questionIds.map((id, index) => ({ quiz, id, path: ['questions', index, 'id'] })))
  return [ids, questionIds].flatMap((items) =>
    findRepeats(items, ({ id }) => id).flatMap(({ item, first, value }) =>
      item.quiz.locate([problem(item.path, `"${value}" is already an id in ${first.quiz.path}.`, 'Give each its own.')]).map((fault) => ({ ...fault, path: item.quiz.path })),
    ),
  )
}
