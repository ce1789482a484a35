// The last requirement met: in the transaction that met it, the completion and its certificate are written, once for an enrolment.
import type { VersionOutline } from '#app/core/catalogue/outline.ts'
import { averagePercent } from '#app/core/assessment/score.ts'
import { meetsAll } from '#app/core/progress/progress.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { recordCertificate } from '../certification/record-certificate.server.ts'
import type { Attempt } from './attempt-store.server.ts'
import { insertCompletion, type Enrolment } from './enrolment-store.server.ts'
import { getStanding, type Standing } from './find-standing.server.ts'

/** The standing after what the transaction wrote. The caller holds the enrolment's lock. */
export async function completeCourse(tx: Transaction, enrolment: Enrolment, now: Date): Promise<Standing> {
  const standing = await getStanding(tx, enrolment)
  if (standing.state !== 'active' || !meetsAll(standing.progress)) return standing
  const completionId = await insertCompletion(tx, enrolment.id, now)
  const { personId, versionId } = enrolment
  await recordCertificate(tx, { completionId, personId, versionId, completedAt: now, scorePercent: scoreOf(standing.version, standing.attempts) })
  return { ...standing, state: 'completed', done: { ...standing.done, isCompleted: true } }
}

/** Of the attempts that passed, one for each quiz of the version. */
function scoreOf(version: VersionOutline, attempts: Attempt[]): number {
  const quizzes = new Set(version.modules.map(({ quiz }) => quiz.key))
  return averagePercent(attempts.filter((attempt) => attempt.passed && quizzes.has(attempt.quizKey)).map((attempt) => attempt.percent))
}
