// Puts a course without faults together: its lessons drawn in every language, its questions parted into face and key.
import type { CourseFile, ModuleFile } from '#app/core/catalogue/course-file.ts'
import { quizSlugOf } from '#app/core/catalogue/course-file.ts'
import type { QuizKind } from '#app/core/assessment/question.ts'
import type { Course, CourseLesson, CourseModule, CourseQuiz } from '#app/core/catalogue/course.ts'
import type { QuestionText } from '#app/core/catalogue/quiz-file.ts'
import { splitQuestion } from '#app/core/catalogue/split-question.ts'
import { sourceLocale, type Locale, type Localized } from '#app/core/kernel/locale.ts'
import { renderLesson, type Beside, type DrawnLesson } from '#app/platform/mdx.server.ts'
import type { CheckedLesson } from './check-lessons.server.ts'
import type { CheckedQuizFile } from './check-quizzes.server.ts'

/** A lesson with what it shows of other files. */
export type CompleteLesson = CheckedLesson & { beside: Beside }

export async function assembleCourse({ modules, ...course }: CourseFile, lessons: readonly CompleteLesson[], quizzes: readonly CheckedQuizFile[]): Promise<Course> {
  return { ...course, modules: await Promise.all(modules.map((module) => assembleModule(module, lessons.filter(isIn(module)), quizzes.filter(isIn(module))))) }
}

function isIn({ folder }: ModuleFile) {
  return (file: { folder: string }) => file.folder === folder
}

async function assembleModule(module: ModuleFile, lessons: readonly CompleteLesson[], quizzes: readonly CheckedQuizFile[]): Promise<CourseModule> {
  const names = lessons.filter(({ locale }) => locale === sourceLocale).map(({ name }) => name)
  return {
    key: module.id,
    title: module.title,
    activityMinutes: module.minutes.activity,
    quizMinutes: module.minutes.quiz,
    outcomes: module.outcomes,
    lessons: await Promise.all(names.map((name) => assembleLesson(lessons.filter((lesson) => lesson.name === name)))),
    quiz: assembleQuiz(module.folder, 'test', quizzes),
    range: quizzes.some(({ kind }) => kind === 'range') ? assembleQuiz(module.folder, 'range', quizzes) : null,
  }
}

/** @param translations one lesson in each language, Romanian among them. */
async function assembleLesson(translations: readonly CompleteLesson[]): Promise<CourseLesson> {
  const source = translations.find(({ locale }) => locale === sourceLocale)?.read.head
  if (!source) throw new Error('a lesson without its Romanian head was taken for one without faults')
  const texts = translations.map(async (lesson) => ({ locale: lesson.locale, title: lesson.read.head?.title ?? source.title, ...(await draw(lesson)), words: lesson.read.words }))
  return { key: source.id, slug: source.slug, minutes: source.minutes, competences: source.competences, texts: await Promise.all(texts) }
}

async function draw({ path, read, locale, beside }: CompleteLesson): Promise<DrawnLesson> {
  try {
    return await renderLesson(read.source, locale, beside)
  } catch (error) {
    throw new Error(`${path} passed every check and cannot be drawn`, { cause: error })
  }
}

function assembleQuiz(folder: string, kind: QuizKind, files: readonly CheckedQuizFile[]): CourseQuiz {
  const quizzes = new Map(files.flatMap(({ locale, checked, ...file }) => (file.kind === kind && checked.quiz ? [[locale, checked.quiz] as const] : [])))
  const source = quizzes.get(sourceLocale)
  if (!source) throw new Error('a module without its Romanian quiz was taken for one without faults')
  const questions = source.questions.map(({ id, variantOf }) => {
    const translations = [...quizzes].flatMap(([locale, quiz]) => {
      const question = quiz.questions.find((each) => each.id === id)
      return question ? [[locale, question] as [Locale, QuestionText]] : []
    })
    return { key: id, variantOf, ...splitQuestion(new Map(translations)) }
  })
  const title: Localized = { ro: source.title, ...Object.fromEntries([...quizzes].map(([locale, quiz]) => [locale, quiz.title])) }
  return { kind, key: source.id, slug: quizSlugOf(folder, kind), title, questions }
}
