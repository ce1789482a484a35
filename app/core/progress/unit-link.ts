// A unit of a version with what a page needs to name it and lead to it.
import type { LessonOutline, ModuleOutline, QuizOutline, VersionOutline } from '../catalogue/outline.ts'
import type { Localized } from '../kernel/locale.ts'
import { isDone, type DoneParts, type Unit } from './progress.ts'

/** A range is a part of a module that nobody has to do. */
export type UnitLink = { kind: Unit['kind'] | 'range'; slug: string; title: Localized; minutes: number }

export function lessonLink({ slug, title, minutes }: LessonOutline): UnitLink {
  return { kind: 'lesson', slug, title, minutes }
}

export function quizLink({ kind, slug, title, minutes }: QuizOutline): UnitLink {
  return { kind: kind === 'range' ? 'range' : 'quiz', slug, title, minutes }
}

/** @throws RangeError when the version has no such unit */
export function unitLink(version: VersionOutline, { kind, key }: Unit): UnitLink {
  for (const { lessons, quiz } of version.modules) {
    if (kind === 'quiz' && quiz.key === key) return quizLink(quiz)
    const lesson = kind === 'lesson' ? lessons.find((candidate) => candidate.key === key) : undefined
    if (lesson) return lessonLink(lesson)
  }
  throw new RangeError(`no ${kind} ${key} in version ${version.id}`)
}

export type OutlineUnit = UnitLink & { isDone: boolean }

/** The units of a module in their order, with what is done. */
export function moduleUnits({ lessons, quiz, range }: ModuleOutline, done: DoneParts): OutlineUnit[] {
  return [
    ...lessons.map((lesson) => ({ ...lessonLink(lesson), isDone: isDone({ kind: 'lesson', key: lesson.key }, done) })),
    ...(range ? [{ ...quizLink(range), isDone: done.ranges.has(range.key) }] : []),
    { ...quizLink(quiz), isDone: isDone({ kind: 'quiz', key: quiz.key }, done) },
  ]
}

export const nothingDone: DoneParts = { lessons: new Set(), quizzes: new Set(), ranges: new Set(), isCompleted: false }
