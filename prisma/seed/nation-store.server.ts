// Writes a synthetic county as rows: schools, people in posts and what they did in a course, all but their certificates.
import { randomUUID } from 'node:crypto'
import type { Response } from '#app/core/assessment/question.ts'
import { dateFromDay } from '#app/core/kernel/calendar.ts'
import type { Database, Transaction } from '#app/platform/db.server.ts'
import type { NationPerson, NationSchool } from './nation.ts'

/** A course as everybody here takes it: all lessons read, each quiz passed at once. */
export type TakenCourse = {
  courseId: string
  versionId: string
  lessonKeys: string[]
  /** `answersOf`: what an enrolment's first attempt was asked, answered. */
  quizzes: { key: string; answersOf(enrolmentId: string): { questionKey: string; response: Response; points: number }[] }[]
}

export type Completed = { completionId: string; personId: string; completedAt: Date }

/** Posts begin before the first certificate and were recorded on their first day. */
const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`)

export async function hasSchool(db: Database, code: string): Promise<boolean> {
  return (await db.school.count({ where: { code } })) > 0
}

export async function listNationCounties(db: Database): Promise<{ code: string; name: string }[]> {
  return db.county.findMany({ select: { code: true, name: true }, orderBy: { position: 'asc' } })
}

export async function insertSchools(tx: Transaction, schools: NationSchool[]): Promise<void> {
  await tx.school.createMany({ data: schools.map(({ levels: _, ...school }) => school) })
}

/** The completions, for which certificates are then recorded. */
export async function insertPersons(tx: Transaction, persons: NationPerson[], course: TakenCourse): Promise<Completed[]> {
  const people = persons.map((person) => ({ ...person, id: randomUUID() }))
  await tx.person.createMany({ data: people.map(({ id, name, startsOn }) => ({ id, name, createdAt: atNoon(startsOn) })) })
  await tx.post.createMany({
    data: people.map(({ id, schoolCode, level, hoursPerWeek, startsOn }) => ({ personId: id, schoolCode, level, hoursPerWeek, startsOn: dateFromDay(startsOn), recordedAt: atNoon(startsOn) })),
  })

  const taken = people.flatMap(({ id, completedAt }) => (completedAt ? [{ personId: id, completedAt, enrolmentId: randomUUID(), completionId: randomUUID() }] : []))
  await tx.enrolment.createMany({
    data: taken.map(({ enrolmentId, personId, completedAt }) => ({ id: enrolmentId, personId, courseId: course.courseId, versionId: course.versionId, enrolledAt: completedAt })),
  })
  await tx.lessonReading.createMany({ data: taken.flatMap(({ enrolmentId, completedAt }) => course.lessonKeys.map((lessonKey) => ({ enrolmentId, lessonKey, readAt: completedAt }))) })
  const attempts = taken.flatMap(({ enrolmentId, completedAt }) => course.quizzes.map((quiz) => ({ id: randomUUID(), enrolmentId, completedAt, quizKey: quiz.key, answers: quiz.answersOf(enrolmentId) })))
  await tx.attempt.createMany({
    data: attempts.map(({ answers, completedAt, ...attempt }) => {
      const points = answers.reduce((sum, answer) => sum + answer.points, 0)
      return { ...attempt, number: 1, submittedAt: completedAt, points, maxPoints: points, passed: true }
    }),
  })
  await tx.answer.createMany({ data: attempts.flatMap(({ id, answers }) => answers.map((answer) => ({ attemptId: id, ...answer }))) })
  await tx.completion.createMany({ data: taken.map(({ completionId, enrolmentId, completedAt }) => ({ id: completionId, enrolmentId, completedAt })) })
  return taken.map(({ completionId, personId, completedAt }) => ({ completionId, personId, completedAt }))
}

/** The jobs of synthetic certificates are left to the sweeps, behind those of people who wait. */
export async function leaveToSweeps(tx: Transaction, subjectIds: string[]): Promise<void> {
  await tx.event.updateMany({ where: { subjectId: { in: subjectIds }, relayedAt: null }, data: { relayedAt: new Date() } })
}

type StaffCell = { countyCode: string; residence: string; level: string; staff: number }

/** A denominator that says of itself that it is none: teachers of the synthetic nation, counted from its posts. */
export async function replaceDemoStaff(tx: Transaction, referenceDate: Date, source: string): Promise<void> {
  await tx.staffSet.deleteMany({ where: { isDemo: true } })
  const { id } = await tx.staffSet.create({ data: { referenceDate, source, isDemo: true } })
  const cells = await tx.$queryRaw<StaffCell[]>`
    select school.county_code as "countyCode", school.residence::text as residence, coalesce(post.level::text, 'unknown') as level, count(distinct post.person_id)::int as staff
    from post join school on school.code = post.school_code
    where post.is_main and post.ends_on is null
    group by 1, 2, 3`
  await tx.staffCell.createMany({ data: cells.map((cell) => ({ setId: id, ...cell })) })
}

/** Who holds the account of this address (lower case), and whether they have begun to learn. */
export async function findLearner(db: Database, email: string): Promise<{ personId: string; hasBegun: boolean } | null> {
  const account = await db.account.findUnique({ where: { email }, select: { personId: true, person: { select: { _count: { select: { enrolments: true } } } } } })
  return account && { personId: account.personId, hasBegun: account.person._count.enrolments > 0 }
}

export async function getEnrolmentId(db: Database, personId: string, courseId: string): Promise<string> {
  return (await db.enrolment.findFirstOrThrow({ where: { personId, courseId }, orderBy: { round: 'desc' }, select: { id: true } })).id
}
