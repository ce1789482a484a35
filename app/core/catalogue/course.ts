// A course as it is published: everything checked, drawn and counted, each question's face apart from its key.
import type { QuizQuestion } from '../assessment/draw.ts'
import type { AnswerKey, QuestionFace, QuizKind } from '../assessment/question.ts'
import type { Locale, Localized } from '../kernel/locale.ts'
import type { CourseFile } from './course-file.ts'
import type { LessonBlock } from './lesson-blocks.ts'
import type { Outcome } from './outline.ts'

export type CourseLesson = {
  key: string
  slug: string
  minutes: number
  competences: string[]
  texts: { locale: Locale; title: string; html: string; blocks: LessonBlock[]; words: number }[]
}

export type CourseQuestion = QuizQuestion & { answerKey: AnswerKey }

export type CourseQuiz = { kind: QuizKind; key: string; slug: string; title: Localized; questions: CourseQuestion[] }

export type CourseModule = {
  key: string
  title: Localized
  activityMinutes: number
  quizMinutes: number
  outcomes: Outcome[]
  lessons: CourseLesson[]
  quiz: CourseQuiz
  range: CourseQuiz | null
}

export type Course = Pick<CourseFile, 'id' | 'slug' | 'theme' | 'title' | 'summary' | 'countsTowardIndicator' | 'validityMonths' | 'passPercent' | 'change' | 'licence' | 'authors'> & {
  modules: CourseModule[]
}

export function quizzesIn({ quiz, range }: CourseModule): CourseQuiz[] {
  return range ? [quiz, range] : [quiz]
}

/** What a certificate of the course stands for: reading, doing and answering. */
export function minutesOf({ modules }: Pick<Course, 'modules'>): number {
  const ofModule = ({ activityMinutes, quizMinutes, lessons }: CourseModule) => lessons.reduce((sum, { minutes }) => sum + minutes, activityMinutes + quizMinutes)
  return modules.reduce((sum, module) => sum + ofModule(module), 0)
}

/** What somebody enrolled was promised and asked for. Between two versions that agree in it, people can be moved. */
export type Terms = {
  passPercent: number
  validityMonths: number | null
  countsTowardIndicator: boolean
  lessons: string[]
  quizzes: string[]
  questions: QuizQuestion[]
}

/** In words, what the new version asks for that the old did not, and the reverse; empty when they agree. */
export function compareTerms(before: Terms, after: Terms): string[] {
  const [old, now] = [listTerms(before), listTerms(after)]
  return [...now.filter((each) => !old.includes(each)).map((each) => `${each} is new`), ...old.filter((each) => !now.includes(each)).map((each) => `${each} is gone`)]
}

function listTerms(terms: Terms): string[] {
  return [
    `a pass mark of ${terms.passPercent} %`,
    terms.validityMonths === null ? 'a certificate without end' : `a certificate for ${terms.validityMonths} months`,
    terms.countsTowardIndicator ? 'counting toward the indicator' : 'not counting toward the indicator',
    ...terms.lessons.map((key) => `lesson ${key}`),
    ...terms.quizzes.map((key) => `quiz ${key}`),
    ...terms.questions.map(({ key, face, variantOf }) => `question ${key} (${[face.type, ...choicesOf(face), ...(variantOf === null ? [] : [`variant of ${variantOf}`])].join(', ')})`),
  ]
}

/** Names, sorted: drafts, answers and self-assessments hold them. */
function choicesOf(face: QuestionFace): string[] {
  switch (face.type) {
    case 'single':
    case 'multiple':
      return face.choices.map(({ id }) => id).toSorted()
    case 'matching':
      return [...face.left, ...face.right].map(({ id }) => id).toSorted()
    case 'ordering':
      return face.items.map(({ id }) => id).toSorted()
    case 'numeric':
      return []
    case 'open':
      return [...face.rubric.map(({ id, points }) => `${id} ${points}`).toSorted(), `passed with ${face.passPoints}`]
  }
}

export function termsOf({ modules, passPercent, validityMonths, countsTowardIndicator }: Course): Terms {
  return {
    passPercent,
    validityMonths,
    countsTowardIndicator,
    lessons: modules.flatMap(({ lessons }) => lessons.map(({ key }) => key)),
    quizzes: modules.flatMap(quizzesIn).map(({ key }) => key),
    questions: modules.flatMap(quizzesIn).flatMap(({ questions }) => questions.map(({ key, face, variantOf }) => ({ key, face, variantOf }))),
  }
}
