// The demo teacher, come to be as a teacher does: a post, lessons read, quizzes handed in with right answers. The certificate is
// then issued by the worker like anybody's. Of two courses the first is completed and the second half done.
import { arrange } from '#app/core/assessment/arrange.ts'
import { fillSheet } from '#app/core/assessment/sheet.ts'
import { lessonsOf, quizzesOf, type VersionOutline } from '#app/core/catalogue/outline.ts'
import { addMonths, firstDayOf, monthOf } from '#app/core/kernel/calendar.ts'
import { sourceLocale } from '#app/core/kernel/locale.ts'
import { findCourse } from '#app/features/catalogue/find-course.server.ts'
import { getAnswerKeys } from '#app/features/catalogue/get-answer-keys.server.ts'
import { listCourses } from '#app/features/catalogue/list-courses.server.ts'
import { enrolTeacher } from '#app/features/learning/enrol-teacher.server.ts'
import { recordReading } from '#app/features/learning/record-reading.server.ts'
import { submitAttempt } from '#app/features/learning/submit-attempt.server.ts'
import { listSchools } from '#app/features/registry/list-schools.server.ts'
import { setMainPost } from '#app/features/registry/set-main-post.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { findLearner, getEnrolmentId } from './nation-store.server.ts'
import { rightResponse } from './right-answers.ts'

type Teacher = { personId: string }
type SeedWorld = Pick<World, 'db' | 'clock'>

/** The persona who decides what Catedra must be good for teaches in a village of Vaslui. */
const COUNTY = 'RO-VS'

/** Does nothing when there is no such account, or its owner has begun a course. */
export async function seedDemoTeacher(world: SeedWorld, email: string): Promise<void> {
  const learner = await findLearner(world.db, email)
  if (!learner || learner.hasBegun) return
  const school = (await listSchools(world, { countyCode: COUNTY })).find(({ residence }) => residence === 'rural')
  const startsOn = firstDayOf(addMonths(monthOf(await world.clock()), -2))
  if (school) await setMainPost(world, learner.personId, { schoolCode: school.code, level: 'primary', hoursPerWeek: 18, startsOn })
  const [first, second] = await listCourses(world, sourceLocale)
  if (first) await takeCourse(world, learner, first.slug, 1)
  if (second) await takeCourse(world, learner, second.slug, 0.5)
}

/** Reads `share` of the lessons and, when that is all, hands in every quiz. */
async function takeCourse(world: SeedWorld, teacher: Teacher, courseSlug: string, share: number): Promise<void> {
  const version = await findCourse(world, courseSlug)
  if (!version || !(await enrolTeacher(world, teacher, courseSlug)).ok) return
  const lessons = lessonsOf(version)
  for (const { slug } of lessons.slice(0, Math.ceil(lessons.length * share))) await recordReading(world, teacher, { courseSlug, lessonSlug: slug })
  if (share === 1) for (const quiz of quizzesOf(version)) await passQuiz(world, teacher, version, quiz)
}

async function passQuiz(world: SeedWorld, teacher: Teacher, version: VersionOutline, quiz: ReturnType<typeof quizzesOf>[number]): Promise<void> {
  const enrolmentId = await getEnrolmentId(world.db, teacher.personId, version.courseId)
  const keys = await getAnswerKeys(world, version.id, quiz.key)
  const responses = new Map([...keys].map(([key, answer]) => [key, rightResponse(answer)]))
  const values = fillSheet(arrange(quiz.questions, { enrolmentId, quizKey: quiz.key, attempt: 1 }), responses)
  const fields = new URLSearchParams(Object.entries(values).flatMap(([name, all]) => all.map((value) => [name, value])))
  await submitAttempt(world, teacher, { courseSlug: version.slug, quizSlug: quiz.slug, attempt: 1, fields })
}
