// A lesson as anybody may read it. Who is enrolled reads their own version and sees how far they are.
import type { Actor } from '#app/core/access/can.ts'
import { lessonsOf, type LessonOutline, type VersionOutline } from '#app/core/catalogue/outline.ts'
import { splitLesson, type NamedBlock } from '#app/core/catalogue/lesson-blocks.ts'
import { keepsEntries, type EnrolmentState } from '#app/core/enrolment/enrolment.ts'
import type { Locale, Localized } from '#app/core/kernel/locale.ts'
import type { LessonEntry } from '#app/core/progress/lesson-entry.ts'
import { nextUnit, type Progress } from '#app/core/progress/progress.ts'
import { lessonLink, moduleUnits, nothingDone, unitLink, type OutlineUnit, type UnitLink } from '#app/core/progress/unit-link.ts'
import type { World } from '#app/platform/world.server.ts'
import { findCourse } from '../catalogue/find-course.server.ts'
import { findLessonText, type LessonText } from '../catalogue/find-lesson-text.server.ts'
import { findStanding, type Standing } from './find-standing.server.ts'
import { listEntries } from './lesson-entry-store.server.ts'

export type ModuleOutlineView = { position: number; title: Localized; units: OutlineUnit[] }

/** `kept`: what this reader entered in the block; null for whom nothing is kept. */
export type BlockView = NamedBlock & { kept: { entry: LessonEntry | null; savedAt: Date | null } | null }
export type LessonPartView = { kind: 'html'; html: string } | BlockView

export type LessonView = {
  course: { slug: string; title: Localized }
  module: ModuleOutlineView
  lesson: { slug: string; title: string; minutes: number; locale: Locale; parts: LessonPartView[]; bytes: number }
  own: { state: EnrolmentState; isRead: boolean; progress: Pick<Progress, 'done' | 'total' | 'percent'> } | null
  /** For who learns: what is missing next. For who only reads: the lesson after this one. */
  next: UnitLink | null
}

export async function readLesson(
  world: Pick<World, 'db'>,
  actor: Pick<Actor, 'personId'> | null,
  { courseSlug, lessonSlug, locale }: { courseSlug: string; lessonSlug: string; locale: Locale },
): Promise<LessonView | null> {
  const standing = actor && (await findStanding(world, actor.personId, courseSlug))
  const version = standing?.version ?? (await findCourse(world, courseSlug))
  const module = version?.modules.find(({ lessons }) => lessons.some(({ slug }) => slug === lessonSlug))
  const lesson = module?.lessons.find(({ slug }) => slug === lessonSlug)
  const text = version && lesson && (await findLessonText(world, version.id, lessonSlug, locale))
  if (!version || !module || !lesson || !text) return null
  return {
    course: { slug: version.slug, title: version.title },
    module: { position: module.position, title: module.title, units: moduleUnits(module, standing?.done ?? nothingDone) },
    lesson: { slug: lesson.slug, title: text.title, minutes: lesson.minutes, locale: text.locale, parts: await viewParts(world, standing, text), bytes: Buffer.byteLength(text.html) },
    own: standing && ownLesson(standing, lesson),
    next: standing?.state === 'active' ? nextMissing(standing, lesson) : nextLesson(version, lesson),
  }
}

async function viewParts({ db }: Pick<World, 'db'>, standing: Standing | null, { key, html, blocks }: LessonText): Promise<LessonPartView[]> {
  const isKept = standing !== null && keepsEntries(standing.state)
  const entries = isKept && blocks.length > 0 ? await listEntries(db, { personId: standing.enrolment.personId, courseId: standing.version.courseId, lessonKey: key }) : null
  return splitLesson(html, blocks).map((part) => (part.kind === 'html' ? part : { ...part, kept: isKept ? (entries?.get(part.name) ?? { entry: null, savedAt: null }) : null }))
}

function ownLesson({ state, done, progress }: Standing, { key }: LessonOutline): NonNullable<LessonView['own']> {
  return { state, isRead: done.isCompleted || done.lessons.has(key), progress: { done: progress.done, total: progress.total, percent: progress.percent } }
}

function nextMissing({ version, done }: Standing, { key }: LessonOutline): UnitLink | null {
  const next = nextUnit(version, done, { kind: 'lesson', key })
  return next && unitLink(version, next)
}

function nextLesson(version: VersionOutline, { position }: LessonOutline): UnitLink | null {
  const next = lessonsOf(version).find((lesson) => lesson.position === position + 1)
  return next ? lessonLink(next) : null
}
