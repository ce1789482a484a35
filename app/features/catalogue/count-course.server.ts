// Counts what a course holds, module by module and language by language, as far as it can be read.
import { isScored } from '#app/core/assessment/question.ts'
import { layOut } from '#app/core/catalogue/layout.ts'
import type { QuestionText } from '#app/core/catalogue/quiz-file.ts'
import type { Tally } from '#app/core/catalogue/tally.ts'
import { checkQuizzes, type CheckedQuizFile } from './check-quizzes.server.ts'
import type { CourseFolder } from './read-course-folders.server.ts'
import { readLesson } from './read-lesson.server.ts'

export function countCourse({ files }: CourseFolder): Tally[] {
  const layout = layOut([...files.keys()], [null])
  const lessons = layout.lessons.map((file) => ({ ...file, read: readLesson(files.get(file.path)!) }))
  const { quizzes } = checkQuizzes(files, layout)
  const modules = [...new Set([...lessons, ...quizzes].map(({ folder }) => folder))].toSorted()
  return modules.flatMap((module) =>
    layout.locales.map((locale) => {
      const own = (file: { folder: string; locale: string }) => file.folder === module && file.locale === locale
      const read = lessons.filter(own).map((lesson) => lesson.read)
      const asked = questionsOf(quizzes.filter((quiz) => own(quiz) && quiz.kind === 'test'))
      const places = asked.filter(({ variantOf }) => variantOf === null)
      return {
        module,
        locale,
        lessons: read.length,
        words: read.reduce((sum, { words }) => sum + words, 0),
        figures: read.reduce((sum, { survey }) => sum + survey.components.filter((name) => name === 'Figure').length + survey.addresses.filter(({ kind }) => kind === 'image').length, 0),
        questions: places.length,
        variants: asked.length - places.length,
        open: places.filter((question) => !isScored(question)).length,
        situations: questionsOf(quizzes.filter((quiz) => own(quiz) && quiz.kind === 'range')).length,
      }
    }),
  )
}

function questionsOf(quizzes: readonly CheckedQuizFile[]): QuestionText[] {
  return quizzes.flatMap(({ checked }) => checked.questions.filter((question) => question !== null))
}
