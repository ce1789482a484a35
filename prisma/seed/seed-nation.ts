// Fills the database with a synthetic nation, a county at a time: begun again after a stop, it goes on with the next county.
import { draw } from '#app/core/assessment/draw.ts'
import { isScored } from '#app/core/assessment/question.ts'
import { firstDayOf, addMonths, dateFromDay, monthOf } from '#app/core/kernel/calendar.ts'
import { lessonsOf, quizzesOf } from '#app/core/catalogue/outline.ts'
import { findCourse } from '#app/features/catalogue/find-course.server.ts'
import { getAnswerKeys } from '#app/features/catalogue/get-answer-keys.server.ts'
import { recordCertificate } from '#app/features/certification/record-certificate.server.ts'
import { syncPerson } from '#app/features/strategy/sync-person.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { planPersons, planSchools, shareOut, type NationCounty, type NationSize } from './nation.ts'
import { hasSchool, insertPersons, insertSchools, leaveToSweeps, listNationCounties, replaceDemoStaff, type Completed, type TakenCourse } from './nation-store.server.ts'
import { rightResponse } from './right-answers.ts'
import shapes from './data/nation-shape.json' with { type: 'json' }

/** The course that synthetic teachers take. */
const COURSE_SLUG = 'pedagogie-digitala'
const STAFF_SOURCE = 'Date demonstrative: națiunea sintetică a acestei instalări, nu o statistică'
/** Ledger transactions at once; each takes a connection. */
const SYNCED_AT_ONCE = 4

export type SeedProgress = (done: number, of: number, county: string) => void

/** How many counties were filled now. */
export async function seedNation(world: Pick<World, 'db' | 'clock'>, given: Omit<NationSize, 'now'>, tell: SeedProgress = () => {}): Promise<number> {
  const size = { ...given, now: await world.clock() }
  const course = await describeCourse(world)
  const counties = (await listNationCounties(world.db)).map((county): NationCounty => ({ ...county, ...shapes[county.code as keyof typeof shapes] }))
  const shares = shareOut(counties, size.teachers)
  let filled = 0
  let number = 1
  for (const [index, county] of counties.entries()) {
    const teachers = shares.get(county.code) ?? 0
    if (await fillCounty(world, course, county, teachers, number, size)) filled += 1
    number += teachers
    tell(index + 1, counties.length, county.name)
  }
  if (filled > 0) {
    const referenceDate = dateFromDay(firstDayOf(addMonths(monthOf(size.now), -size.months - 2)))
    await inTransaction(world.db, (tx) => replaceDemoStaff(tx, referenceDate, STAFF_SOURCE))
  }
  return filled
}

async function describeCourse(world: Pick<World, 'db'>): Promise<TakenCourse> {
  const version = await findCourse(world, COURSE_SLUG)
  if (!version) throw new Error(`There is no course ${COURSE_SLUG} for synthetic teachers to take`)
  const quizzes = await Promise.all(
    quizzesOf(version).map(async ({ key: quizKey, questions }) => {
      const keys = await getAnswerKeys(world, version.id, quizKey)
      const answer = (questionKey: string) => {
        const key = keys.get(questionKey)
        return key ? [{ questionKey, response: rightResponse(key), points: Number(isScored(key)) }] : []
      }
      return { key: quizKey, answersOf: (enrolmentId: string) => draw(questions, { enrolmentId, quizKey, attempt: 1 }).flatMap(({ key }) => answer(key)) }
    }),
  )
  return { courseId: version.courseId, versionId: version.id, lessonKeys: lessonsOf(version).map(({ key }) => key), quizzes }
}

/** False when the county was filled before. */
async function fillCounty(world: Pick<World, 'db' | 'clock'>, course: TakenCourse, county: NationCounty, teachers: number, first: number, size: NationSize): Promise<boolean> {
  const schools = planSchools(county, teachers, size.seed)
  if (await hasSchool(world.db, schools[0]!.code)) return false
  const completed = await inTransaction(world.db, async (tx) => {
    await insertSchools(tx, schools)
    const taken = await insertPersons(tx, planPersons(county, schools, teachers, first, size), course)
    await certify(tx, taken, course.versionId)
    return taken
  })
  for (let at = 0; at < completed.length; at += SYNCED_AT_ONCE) {
    await Promise.all(completed.slice(at, at + SYNCED_AT_ONCE).map(({ personId }) => syncPerson(world, personId)))
  }
  return true
}

async function certify(tx: Parameters<typeof recordCertificate>[0], taken: Completed[], versionId: string): Promise<void> {
  const ids: string[] = []
  for (const completion of taken) ids.push(await recordCertificate(tx, { ...completion, versionId, scorePercent: 100 }))
  await leaveToSweeps(tx, [...ids, ...taken.map(({ personId }) => personId)])
}
