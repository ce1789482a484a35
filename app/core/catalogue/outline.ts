// What may be told of a published course to anybody: its parts and the faces of its questions, never a key.
import type { QuizQuestion } from '../assessment/draw.ts'
import type { QuizKind } from '../assessment/question.ts'
import type { Theme } from '../kernel/dimensions.ts'
import type { Locale, Localized } from '../kernel/locale.ts'
import type { CompetenceCode, CompetenceLevel } from './competences.ts'

/** What a holder of the certificate can do. */
export type Outcome = { competence: CompetenceCode; level: CompetenceLevel; text: Localized }

export type LessonOutline = {
  /** Its identity in every version. */
  key: string
  slug: string
  /** Place in the whole course, from 1. */
  position: number
  title: Localized
  minutes: number
  competences: readonly string[]
  /** The languages it can be read in. */
  locales: readonly Locale[]
}

export type QuizOutline = {
  kind: QuizKind
  key: string
  slug: string
  title: Localized
  minutes: number
  /** With their variants. */
  questions: readonly QuizQuestion[]
}

export type ModuleOutline = {
  key: string
  /** From 1. */
  position: number
  title: Localized
  activityMinutes: number
  outcomes: readonly Outcome[]
  lessons: readonly LessonOutline[]
  quiz: QuizOutline
  range: QuizOutline | null
}

/** A published version as a whole. It never changes, but for the address of its course. */
export type VersionOutline = {
  id: string
  number: number
  courseId: string
  slug: string
  publishedAt: Date
  theme: Theme
  title: Localized
  summary: Localized
  /** Lessons, activities and quizzes. */
  minutes: number
  passPercent: number
  /** Null: its certificates do not expire. */
  validityMonths: number | null
  countsTowardIndicator: boolean
  licence: string
  authors: readonly string[]
  /** The languages in which the whole course can be read. */
  locales: readonly Locale[]
  modules: readonly ModuleOutline[]
}

/** A course as the catalogue lists it. */
export type CourseSummary = Pick<VersionOutline, 'courseId' | 'slug' | 'theme' | 'title' | 'summary' | 'minutes' | 'countsTowardIndicator' | 'locales'> & {
  versionId: string
  modules: number
  lessons: number
}

export function lessonsOf(version: VersionOutline): LessonOutline[] {
  return version.modules.flatMap((module) => module.lessons)
}

/** Those that are to be passed. */
export function quizzesOf(version: VersionOutline): QuizOutline[] {
  return version.modules.map((module) => module.quiz)
}

export type FoundQuiz = { module: ModuleOutline; quiz: QuizOutline }

/** A test or a range by its address. */
export function findQuiz(version: VersionOutline, slug: string): FoundQuiz | null {
  for (const module of version.modules) {
    const quiz = [module.quiz, module.range].find((each) => each?.slug === slug)
    if (quiz) return { module, quiz }
  }
  return null
}
