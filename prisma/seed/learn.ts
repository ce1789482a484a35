// Learning as the pages let one learn, by somebody who knows every answer: for the demo teacher and for measurements.
import { arrange } from '#app/core/assessment/arrange.ts'
import { fillSheet } from '#app/core/assessment/sheet.ts'
import { lessonsOf, quizzesOf, type VersionOutline } from '#app/core/catalogue/outline.ts'
import { findCourse } from '#app/features/catalogue/find-course.server.ts'
import { getAnswerKeys } from '#app/features/catalogue/get-answer-keys.server.ts'
import { enrolTeacher } from '#app/features/learning/enrol-teacher.server.ts'
import { recordReading } from '#app/features/learning/record-reading.server.ts'
import { submitAttempt } from '#app/features/learning/submit-attempt.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { getEnrolmentId } from './nation-store.server.ts'
import { rightResponse } from './right-answers.ts'

type SeedWorld = Pick<World, 'db' | 'clock'>
type Learner = { personId: string }

/** Enrols and reads this share of the lessons, from the first. @throws when the enrolment is refused */
export async function readLessons(world: SeedWorld, learner: Learner, courseSlug: string, share: number): Promise<VersionOutline> {
  const version = await findCourse(world, courseSlug)
  const enrolled = await enrolTeacher(world, learner, courseSlug)
  if (!version || !enrolled.ok) throw new Error(`The course ${courseSlug} cannot be begun`)
  const lessons = lessonsOf(version)
  for (const { slug } of lessons.slice(0, Math.ceil(lessons.length * share))) await recordReading(world, learner, { courseSlug, lessonSlug: slug })
  return version
}

/** Hands in every answer right, for each quiz in turn; what this gives is ready to be handed in. */
export async function prepareQuizzes(world: SeedWorld, learner: Learner, version: VersionOutline): Promise<(() => Promise<void>)[]> {
  const enrolmentId = await getEnrolmentId(world.db, learner.personId, version.courseId)
  return Promise.all(
    quizzesOf(version).map(async (quiz) => {
      const keys = await getAnswerKeys(world, version.id, quiz.key)
      const responses = new Map([...keys].map(([key, answer]) => [key, rightResponse(answer)]))
      const values = fillSheet(arrange(quiz.questions, { enrolmentId, quizKey: quiz.key, attempt: 1 }), responses)
      const fields = new URLSearchParams(Object.entries(values).flatMap(([name, all]) => all.map((value) => [name, value])))
      return async () => {
        const submission = await submitAttempt(world, learner, { courseSlug: version.slug, quizSlug: quiz.slug, attempt: 1, fields })
        if (submission.kind !== 'handed-in') throw new Error(`The quiz ${quiz.key} was not taken: ${submission.kind}`)
      }
    }),
  )
}
