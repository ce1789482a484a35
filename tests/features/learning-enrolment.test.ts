import { describe, expect, test } from 'vitest'
import { enrolTeacher } from '#app/features/learning/enrol-teacher.server.ts'
import { findCourseView } from '#app/features/learning/find-course-view.server.ts'
import { listCatalogue } from '#app/features/learning/list-catalogue.server.ts'
import { recordReading } from '#app/features/learning/record-reading.server.ts'
import { withdrawTeacher } from '#app/features/learning/withdraw-teacher.server.ts'
import { createTeacher, enrol, getEnrolment, handIn, takeCourse } from '#tests/factories/learner.ts'
import { createRevocationFacts } from '#tests/factories/certificate-facts.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
const { slug } = await publishTestCourse(world)

describe('enrolling', () => {
  test('twice, or fifty times at once, is one enrolment', async () => {
    const actor = await createTeacher(world)
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => enrolTeacher(world, actor, slug)))
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
    expect(await world.db.enrolment.count({ where: { personId: actor.personId } })).toBe(1)
  })

  test('in a course that is not there is refused', async () => {
    expect(await enrolTeacher(world, await createTeacher(world), 'nimic')).toEqual({ ok: false, refusal: 'no-course' })
  })

  test('needs no post', async () => {
    const actor = await createTeacher(world)
    expect(await world.db.post.count({ where: { personId: actor.personId } })).toBe(0)
    expect(await enrolTeacher(world, actor, slug)).toEqual({ ok: true, value: { round: 1 } })
  })

  test('stays with the version that was taught then', async () => {
    const { slug: growing, versionId } = await publishTestCourse(world, { id: 'GR', slug: 'creste' })
    const early = await createTeacher(world)
    await enrol(world, early, growing)
    const newer = await publishTestCourse(world, { id: 'GR', slug: 'creste', modules: 3 })
    const late = await createTeacher(world)
    await enrol(world, late, growing)
    expect((await getEnrolment(world, early, growing)).versionId).toBe(versionId)
    expect((await getEnrolment(world, late, growing)).versionId).toBe(newer.versionId)
    expect((await findCourseView(world, early, growing))?.own).toMatchObject({ isOlderVersion: true, progress: { total: 6 } })
    expect((await findCourseView(world, late, growing))?.own).toMatchObject({ isOlderVersion: false, progress: { total: 9 } })
  })
})

describe('withdrawing', () => {
  test('keeps what was done for who comes back', async () => {
    const actor = await createTeacher(world)
    await enrol(world, actor, slug)
    await recordReading(world, actor, { courseSlug: slug, lessonSlug: 'lectia-1-1' })
    expect(await withdrawTeacher(world, actor, slug)).toEqual({ ok: true, value: null })
    expect((await findCourseView(world, actor, slug))?.own?.state).toBe('withdrawn')
    expect(await recordReading(world, actor, { courseSlug: slug, lessonSlug: 'lectia-1-2' })).toEqual({ ok: false, refusal: 'withdrawn' })
    await enrol(world, actor, slug)
    expect((await findCourseView(world, actor, slug))?.own).toMatchObject({ state: 'active', progress: { done: 1, total: 6, percent: 16 } })
  })

  test('again changes nothing, not even the day', async () => {
    const actor = await createTeacher(world)
    await enrol(world, actor, slug)
    await withdrawTeacher(world, actor, slug)
    const { id } = await getEnrolment(world, actor, slug)
    const before = await world.db.enrolment.findUniqueOrThrow({ where: { id } })
    await withdrawTeacher(world, actor, slug)
    expect(await world.db.enrolment.findUniqueOrThrow({ where: { id } })).toEqual(before)
  })

  test('is refused to who is not enrolled and to who has completed', async () => {
    const actor = await createTeacher(world)
    expect(await withdrawTeacher(world, actor, slug)).toEqual({ ok: false, refusal: 'not-enrolled' })
    await takeCourse(world, actor, slug)
    expect(await withdrawTeacher(world, actor, slug)).toEqual({ ok: false, refusal: 'completed' })
  })

  test('leaves everybody else enrolled', async () => {
    const [actor, other] = [await createTeacher(world), await createTeacher(world)]
    await enrol(world, actor, slug)
    await enrol(world, other, slug)
    await withdrawTeacher(world, actor, slug)
    expect((await findCourseView(world, other, slug))?.own?.state).toBe('active')
  })
})

describe('renewing', () => {
  test('begins in the last 90 days of validity, anew and beside the old round', async () => {
    const { slug: yearly } = await publishTestCourse(world, { id: 'AN', slug: 'anual', validityMonths: 12 })
    const actor = await createTeacher(world)
    await takeCourse(world, actor, yearly)
    expect(await enrolTeacher(world, actor, yearly)).toEqual({ ok: false, refusal: 'certificate-valid' })
    expect((await findCourseView(world, actor, yearly))?.own?.certificate).toMatchObject({ validUntil: '2027-11-22', renewableFrom: '2027-08-24', isRenewable: false })

    world.setNow('2027-08-24T08:00:00Z')
    expect((await findCourseView(world, actor, yearly))?.own?.certificate?.isRenewable).toBe(true)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => enrolTeacher(world, actor, yearly)))
    expect(outcomes).toEqual(Array.from({ length: 10 }, () => ({ ok: true, value: { round: 2 } })))
    expect((await findCourseView(world, actor, yearly))?.own).toMatchObject({ state: 'active', progress: { done: 0 }, certificate: null })

    await takeCourse(world, actor, yearly)
    world.setNow('2026-11-22T10:00:00Z')
    expect(await world.db.certificate.count({ where: { personId: actor.personId } })).toBe(2)
    expect(await world.db.enrolment.findMany({ where: { personId: actor.personId }, orderBy: { round: 'asc' }, select: { round: true } })).toEqual([{ round: 1 }, { round: 2 }])
  })

  test.each(['void', 'from_date'] as const)('is open to who lost the certificate (%s)', async (effect) => {
    const actor = await createTeacher(world)
    await takeCourse(world, actor, slug)
    expect(await enrolTeacher(world, actor, slug)).toEqual({ ok: false, refusal: 'certificate-valid' })
    const { id } = await world.db.certificate.findFirstOrThrow({ where: { personId: actor.personId } })
    await createRevocationFacts(world, id, { effect })
    expect(await enrolTeacher(world, actor, slug)).toEqual({ ok: true, value: { round: 2 } })
  })
})

describe('the catalogue', () => {
  test('is searched by words with and without diacritics and by theme', async () => {
    const find = async (words: string, theme: 'digital_pedagogy' | 'cyber_hygiene' | null = null) => (await listCatalogue(world, null, { theme, words }, 'ro')).courses.map((course) => course.slug)
    const every = await find('')
    expect(every).toContain(slug)
    expect(await find('lectii putina')).toEqual(every)
    expect(await find('LECŢII')).toEqual(every)
    expect(await find('good lessons')).toEqual(every)
    expect(await find('igienă')).toEqual([])
    expect(await find('', 'cyber_hygiene')).toEqual([])
    expect((await listCatalogue(world, null, { theme: 'cyber_hygiene', words: '' }, 'ro')).total).toBe(every.length)
  })

  test('says how far the reader is, and nothing of others', async () => {
    const [actor, other] = [await createTeacher(world), await createTeacher(world)]
    await enrol(world, actor, slug)
    await handIn(world, actor, slug, 'verificare-1')
    const own = async (reader: typeof actor | null) => (await listCatalogue(world, reader, { theme: null, words: '' }, 'ro')).courses.find((course) => course.slug === slug)?.own
    expect(await own(actor)).toEqual({ state: 'active', percent: 16 })
    expect(await own(other)).toBeNull()
    expect(await own(null)).toBeNull()
  })
})
