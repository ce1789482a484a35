// A quiz must ask something that counts.
import { expect, test } from 'vitest'
import { checkCourses } from '#app/features/catalogue/check-courses.server.ts'
import { readCourseFolders } from '#app/features/catalogue/read-course-folders.server.ts'
import { courseFiles, courseFolder, furtherQuestions, quizFile, writeCourse } from '#tests/factories/course-files.ts'

const folder = courseFolder()

async function faultsOf(quiz: (locale: 'ro' | 'en') => string): Promise<string[]> {
  writeCourse(folder, 'curs-de-proba', { ...courseFiles(), ...Object.fromEntries((['ro', 'en'] as const).map((locale) => [`${locale}/01-inceput/questions.quiz.yaml`, quiz(locale)])) })
  const checked = await checkCourses(await readCourseFolders(folder), [])
  return [...checked.values()].flatMap(({ faults }) => faults.map(({ file, line, column, message }) => `${file.slice(folder.length + 1)}:${line}:${column} ${message}`))
}

test('open questions beside others are no fault', async () => {
  expect(await faultsOf((locale) => quizFile({ locale, more: furtherQuestions({ locale }) }))).toEqual([])
})

test('a quiz of open questions alone is one', async () => {
  const [open] = furtherQuestions().split('  - id: TC-1-q7')
  expect(await faultsOf(() => `id: TC-1-quiz\ntitle: "Verificare"\nquestions:\n${open}`)).toEqual([
    'curs-de-proba/en/01-inceput/questions.quiz.yaml:4:3 All questions are open, and open ones do not count.',
    'curs-de-proba/ro/01-inceput/questions.quiz.yaml:4:3 All questions are open, and open ones do not count.',
  ])
})
