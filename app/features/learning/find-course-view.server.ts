// A course's own page: what it teaches, what it is made of, and for who is enrolled exactly how far they are and what is missing.
import type { Actor } from '#app/core/access/can.ts'
import type { VersionOutline } from '#app/core/catalogue/outline.ts'
import { renewableFrom, type EnrolmentState } from '#app/core/enrolment/enrolment.ts'
import { dayOf, type Day } from '#app/core/kernel/calendar.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import { nextUnit, type Progress } from '#app/core/progress/progress.ts'
import { moduleUnits, nothingDone, unitLink, type OutlineUnit, type UnitLink } from '#app/core/progress/unit-link.ts'
import type { World } from '#app/platform/world.server.ts'
import { findCourse } from '../catalogue/find-course.server.ts'
import { listLessonSizes } from '../catalogue/list-lesson-sizes.server.ts'
import { findStanding, type Standing } from './find-standing.server.ts'

export type OwnCourse = {
  state: EnrolmentState
  progress: Pick<Progress, 'done' | 'total' | 'percent'>
  missing: UnitLink[]
  next: UnitLink | null
  /** Of who completed the course: when it may be taken again, if ever. */
  certificate: { validUntil: Day | null; renewableFrom: Day | null; isRenewable: boolean } | null
  /** The course is taught in a newer version than the one they enrolled in. */
  isOlderVersion: boolean
}

/** `sizes`: of a lesson, in bytes by language; quizzes have none. */
export type CourseUnit = OutlineUnit & { sizes: Partial<Record<Locale, number>> }
export type CourseModule = Pick<VersionOutline['modules'][number], 'position' | 'title' | 'activityMinutes' | 'outcomes'> & { units: CourseUnit[] }
export type CourseView = { course: Omit<VersionOutline, 'modules'>; lessons: number; modules: CourseModule[]; own: OwnCourse | null }

/** Who is enrolled sees the version that they are enrolled in. */
export async function findCourseView(world: Pick<World, 'db' | 'clock'>, actor: Pick<Actor, 'personId'> | null, courseSlug: string): Promise<CourseView | null> {
  const current = await findCourse(world, courseSlug)
  if (!current) return null
  const standing = actor && (await findStanding(world, actor.personId, courseSlug))
  const { modules, ...course } = standing?.version ?? current
  const sizes = await listLessonSizes(world, course.id)
  return {
    course,
    lessons: modules.reduce((count, module) => count + module.lessons.length, 0),
    modules: modules.map((module) => {
      const { position, title, activityMinutes, outcomes, lessons } = module
      const sizeBySlug = new Map(lessons.map((lesson) => [lesson.slug, sizes.get(lesson.key) ?? {}]))
      const units = moduleUnits(module, standing?.done ?? nothingDone)
      return { position, title, activityMinutes, outcomes, units: units.map((unit) => ({ ...unit, sizes: (unit.kind === 'lesson' && sizeBySlug.get(unit.slug)) || {} })) }
    }),
    own: standing && ownCourse(standing, current, dayOf(await world.clock())),
  }
}

function ownCourse({ state, progress, version, done, enrolment }: Standing, current: VersionOutline, today: Day): OwnCourse {
  const next = nextUnit(version, done)
  const certificate = enrolment.completion?.certificate
  const from = certificate ? renewableFrom(certificate) : null
  return {
    state,
    progress: { done: progress.done, total: progress.total, percent: progress.percent },
    missing: progress.missing.map((unit) => unitLink(version, unit)),
    next: next && unitLink(version, next),
    certificate: certificate ? { validUntil: certificate.validUntil, renewableFrom: from, isRenewable: from !== null && from <= today } : null,
    isOlderVersion: version.number < current.number,
  }
}
