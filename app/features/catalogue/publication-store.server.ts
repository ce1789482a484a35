// Writes versions of courses, each once and for ever.
import { minutesOf, quizzesIn, type Course, type CourseModule, type Terms } from '#app/core/catalogue/course.ts'
import { questionFace } from '#app/core/assessment/question.ts'
import type { Database, Queryable, Transaction } from '#app/platform/db.server.ts'

export type CurrentVersion = { id: string; number: number; courseId: string; contentHash: string }

/** Of each course the version that it is taught in now. */
export async function listCurrentHashes(db: Database): Promise<string[]> {
  const courses = await db.course.findMany({ select: { versions: { orderBy: { number: 'desc' }, take: 1, select: { contentHash: true } } } })
  return courses.flatMap(({ versions }) => versions.map(({ contentHash }) => contentHash))
}

/** One publication at a time, of whatever process; until the end of the transaction. */
export async function lockPublication(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('catedra.publication'))`
}

export async function findCurrentVersion(db: Queryable, courseId: string): Promise<CurrentVersion | null> {
  return await db.courseVersion.findFirst({ where: { courseId }, orderBy: { number: 'desc' }, select: { id: true, number: true, courseId: true, contentHash: true } })
}

export async function hasContent(db: Queryable, courseId: string, contentHash: string): Promise<boolean> {
  return (await db.courseVersion.count({ where: { courseId, contentHash } })) > 0
}

/** The other course that has this address, if any. */
export async function findCourseAt(db: Queryable, slug: string, courseId: string): Promise<string | null> {
  const course = await db.course.findFirst({ where: { slug, id: { not: courseId } }, select: { id: true } })
  return course?.id ?? null
}

export async function getTerms(db: Queryable, versionId: string): Promise<Terms> {
  const { modules, ...terms } = await db.courseVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: {
      passPercent: true,
      validityMonths: true,
      countsTowardIndicator: true,
      modules: { select: { lessons: { select: { key: true } }, quizzes: { select: { key: true, questions: { select: { key: true, face: true, variantOf: true } } } } } },
    },
  })
  const quizzes = modules.flatMap((module) => module.quizzes)
  return {
    ...terms,
    lessons: modules.flatMap(({ lessons }) => lessons.map(({ key }) => key)),
    quizzes: quizzes.map(({ key }) => key),
    questions: quizzes.flatMap(({ questions }) => questions.map(({ face, ...question }) => ({ ...question, face: questionFace.parse(face) }))),
  }
}

export type NewVersion = { course: Course; number: number; contentHash: string; isMaterial: boolean; publishedAt: Date }

/** The new version's id. */
export async function insertVersion(tx: Transaction, { course, number, contentHash, isMaterial, publishedAt }: NewVersion): Promise<string> {
  const { id: courseId, slug, modules, theme, title, summary, passPercent, validityMonths, countsTowardIndicator, licence, authors } = course
  await tx.course.upsert({ where: { id: courseId }, create: { id: courseId, slug }, update: { slug } })
  const head = { theme, title, summary, passPercent, validityMonths, countsTowardIndicator, licence, authors, minutes: minutesOf(course) }
  const { id: versionId } = await tx.courseVersion.create({ data: { courseId, number, contentHash, isMaterial, publishedAt, ...head }, select: { id: true } })
  let lessonsBefore = 0
  for (const [index, module] of modules.entries()) {
    await insertModule(tx, versionId, module, index + 1, lessonsBefore)
    lessonsBefore += module.lessons.length
  }
  return versionId
}

async function insertModule(tx: Transaction, versionId: string, module: CourseModule, position: number, lessonsBefore: number): Promise<void> {
  const { key, title, activityMinutes, quizMinutes, outcomes, lessons } = module
  await tx.module.create({
    data: {
      versionId,
      key,
      position,
      title,
      activityMinutes,
      quizMinutes,
      outcomes,
      lessons: { create: lessons.map(({ texts, ...lesson }, index) => ({ ...lesson, versionId, position: lessonsBefore + index + 1, texts: { create: texts } })) },
      quizzes: {
        create: quizzesIn(module).map(({ questions, ...quiz }) => ({
          ...quiz,
          versionId,
          questions: { create: questions.map(({ key, face, variantOf, answerKey }, index) => ({ key, position: index + 1, face, variantOf, answerKey: { create: { key: answerKey } } })) },
        })),
      },
    },
  })
}

/** Moves who is still learning from one version of a course to another. Who has completed it or left it stays where that happened. */
export async function moveEnrolments(tx: Transaction, from: string, to: string): Promise<number> {
  const { count } = await tx.enrolment.updateMany({ where: { versionId: from, withdrawnAt: null, completion: null }, data: { versionId: to } })
  return count
}
