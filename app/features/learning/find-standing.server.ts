// Where a person stands in a course: one reading of the facts, on which every page and every decision of learning rests.
import { enrolmentState, type EnrolmentState } from '#app/core/enrolment/enrolment.ts'
import type { VersionOutline } from '#app/core/catalogue/outline.ts'
import { measureProgress, type DoneParts, type Progress } from '#app/core/progress/progress.ts'
import type { Queryable } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { getVersion } from '../catalogue/get-version.server.ts'
import { listAttempts, type Attempt } from './attempt-store.server.ts'
import { findEnrolment, listReadings, type Enrolment } from './enrolment-store.server.ts'

export type Standing = {
  enrolment: Enrolment
  state: EnrolmentState
  /** The version that the enrolment is pinned to. */
  version: VersionOutline
  done: DoneParts
  progress: Progress
  attempts: Attempt[]
}

/** In the person's last round; null for who never enrolled. */
export async function findStanding(world: Pick<World, 'db'>, personId: string, courseSlug: string): Promise<Standing | null> {
  const enrolment = await findEnrolment(world.db, personId, courseSlug)
  return enrolment && (await getStanding(world.db, enrolment))
}

export async function getStanding(db: Queryable, enrolment: Enrolment): Promise<Standing> {
  const version = await getVersion(db, enrolment.versionId)
  const lessons = await listReadings(db, enrolment.id)
  const attempts = await listAttempts(db, enrolment.id)
  const quizzes = new Set(attempts.filter((attempt) => attempt.passed).map((attempt) => attempt.quizKey))
  const ranges = new Set(version.modules.flatMap(({ range }) => (range && attempts.some(({ quizKey }) => quizKey === range.key) ? [range.key] : [])))
  const done = { lessons, quizzes, ranges, isCompleted: enrolment.completion !== null }
  return { enrolment, state: enrolmentState({ withdrawnAt: enrolment.withdrawnAt, isCompleted: done.isCompleted }), version, done, progress: measureProgress(version, done), attempts }
}
