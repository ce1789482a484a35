// A quiz's page: the open sheet with what was answered so far, or why there is none. Holds no identity of a choice and nothing of a key.
import { arrange } from '#app/core/assessment/arrange.ts'
import { countQuestions } from '#app/core/assessment/draw.ts'
import type { QuizKind } from '#app/core/assessment/question.ts'
import { nextTaking } from '#app/core/assessment/range.ts'
import { showQuestion, type ShownQuestion } from '#app/core/assessment/shown-question.ts'
import { fillSheet, type SheetValues } from '#app/core/assessment/sheet.ts'
import type { Actor } from '#app/core/access/can.ts'
import { findQuiz, type FoundQuiz, type QuizOutline, type VersionOutline } from '#app/core/catalogue/outline.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import type { Progress } from '#app/core/progress/progress.ts'
import { moduleUnits, nothingDone } from '#app/core/progress/unit-link.ts'
import type { World } from '#app/platform/world.server.ts'
import { findCourse } from '../catalogue/find-course.server.ts'
import { findDraft, listOpenAnswers } from './attempt-store.server.ts'
import { findStanding, type Standing } from './find-standing.server.ts'
import type { QuizAddress } from './open-quiz.server.ts'
import type { ModuleOutlineView } from './read-lesson.server.ts'

export type Sheet =
  /** `values`: of the draft saved at `savedAt`, or texts of earlier attempts. */
  | { state: 'open'; attempt: number; questions: ShownQuestion[]; values: SheetValues; savedAt: Date | null }
  | { state: 'paused'; until: Date }
  | { state: 'passed' | 'withdrawn' | 'not-enrolled' }

export type QuizView = {
  course: { slug: string; title: Localized }
  module: ModuleOutlineView
  quiz: { kind: QuizKind; slug: string; title: Localized; minutes: number; questions: ReturnType<typeof countQuestions>; passPercent: number }
  own: { progress: Pick<Progress, 'done' | 'total' | 'percent'> } | null
  sheet: Sheet
  lastAttempt: number | null
}

export async function findQuizSheet(world: Pick<World, 'db' | 'clock'>, actor: Pick<Actor, 'personId'> | null, { courseSlug, quizSlug }: QuizAddress): Promise<QuizView | null> {
  const standing = actor && (await findStanding(world, actor.personId, courseSlug))
  const version = standing?.version ?? (await findCourse(world, courseSlug))
  const found = version && findQuiz(version, quizSlug)
  if (!found) return null
  const { quiz } = found
  const past = standing?.attempts.filter(({ quizKey }) => quizKey === quiz.key) ?? []
  return {
    ...quizFrame(version, found, standing),
    sheet: standing ? await ownSheet(world, standing, quiz) : { state: 'not-enrolled' },
    lastAttempt: past.at(-1)?.number ?? null,
  }
}

/** What the pages of a quiz, its sheet and its results, stand in. */
export function quizFrame(version: VersionOutline, { module, quiz }: FoundQuiz, standing: Standing | null): Omit<QuizView, 'sheet' | 'lastAttempt'> {
  const { kind, slug, title, minutes, questions } = quiz
  return {
    course: { slug: version.slug, title: version.title },
    module: { position: module.position, title: module.title, units: moduleUnits(module, standing?.done ?? nothingDone) },
    quiz: { kind, slug, title, minutes, questions: countQuestions(questions), passPercent: version.passPercent },
    own: standing && { progress: { done: standing.progress.done, total: standing.progress.total, percent: standing.progress.percent } },
  }
}

async function ownSheet(world: Pick<World, 'db' | 'clock'>, { enrolment, state, attempts }: Standing, quiz: QuizOutline): Promise<Sheet> {
  const next = nextTaking(quiz.kind, attempts.filter(({ quizKey }) => quizKey === quiz.key), await world.clock())
  if (next.state === 'passed') return { state: 'passed' }
  if (state === 'withdrawn') return { state: 'withdrawn' }
  if (next.state === 'paused') return { state: 'paused', until: next.until }
  const arranged = arrange(quiz.questions, { enrolmentId: enrolment.id, quizKey: quiz.key, attempt: next.number })
  const draft = await findDraft(world.db, enrolment.id, quiz.key)
  return {
    state: 'open',
    attempt: next.number,
    questions: arranged.map(({ face }) => showQuestion(face)),
    values: fillSheet(arranged, draft?.responses ?? (await listOpenAnswers(world.db, enrolment.id, quiz.key))),
    savedAt: draft?.savedAt ?? null,
  }
}
