// Publishing: once for each content, whole or not at all, with keys apart.
import { expect, test } from 'vitest'
import { dayOf } from '#app/core/kernel/calendar.ts'
// Loaded here, as the compiler takes its time: publishing itself loads it when there is something to publish.
import '#app/features/catalogue/check-courses.server.ts'
import { findCourse } from '#app/features/catalogue/find-course.server.ts'
import { findLessonText } from '#app/features/catalogue/find-lesson-text.server.ts'
import { getAnswerKeys } from '#app/features/catalogue/get-answer-keys.server.ts'
import { getVersion } from '#app/features/catalogue/get-version.server.ts'
import { listCourses } from '#app/features/catalogue/list-courses.server.ts'
import { publishCourses } from '#app/features/catalogue/publish-courses.server.ts'
import { openDatabase } from '#app/platform/db.server.ts'
import { courseFiles, courseFolder, furtherQuestions, lessonFile, quizFile, writeCourse, type CourseFiles } from '#tests/factories/course-files.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
const folder = courseFolder()

let courses = 0

/** A course of its own for each test, in a folder of its own. */
function newCourse() {
  const number = ++courses
  const [id, slug] = [`TC${number}`, `curs-${number}`]
  const own = `${folder}/${number}`
  return {
    id,
    slug,
    folder: own,
    write: (options: Parameters<typeof courseFiles>[0] = {}, changes: CourseFiles = {}) => writeCourse(own, slug, { ...courseFiles({ id, slug, ...options }), ...changes }),
    publish: () => publishCourses(world, own),
    versions: () => world.db.courseVersion.findMany({ where: { courseId: id }, orderBy: { number: 'asc' } }),
  }
}

async function enrol(versionId: string, state: 'active' | 'withdrawn' | 'completed' = 'active'): Promise<string> {
  const { courseId } = await getVersion(world, versionId)
  const person = await world.db.person.create({ data: { name: 'Elena Pop' } })
  const { id } = await world.db.enrolment.create({ data: { personId: person.id, courseId, versionId, withdrawnAt: state === 'withdrawn' ? new Date() : null } })
  if (state === 'completed') await world.db.completion.create({ data: { enrolmentId: id, completedAt: new Date() } })
  return id
}

async function versionOf(enrolmentId: string): Promise<string> {
  return (await world.db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } })).versionId
}

const LESSON = 'ro/01-inceput/01-lectia.mdx'

test('a course is published whole, as it was written', async () => {
  const course = newCourse()
  course.write()
  expect(await course.publish()).toEqual({ published: 1, unchanged: 0, faults: [] })
  const version = await findCourse(world, course.slug)
  expect(version).toMatchObject({
    number: 1,
    courseId: course.id,
    slug: course.slug,
    theme: 'digital_pedagogy',
    title: { ro: 'Curs de probă', en: 'A course to try' },
    minutes: 5 + 5 + 25 + 15,
    passPercent: 70,
    validityMonths: 60,
    countsTowardIndicator: true,
    licence: 'CC-BY-4.0',
    authors: ['Echipa Catedra'],
    locales: ['ro', 'en'],
  })
  expect(dayOf(version!.publishedAt)).toBe('2026-11-22')
  const [module] = version!.modules
  expect(module).toMatchObject({ key: 'TC-1', position: 1, activityMinutes: 25, outcomes: [{ competence: '3.1', level: 'B1' }] })
  expect(module!.lessons).toEqual([
    { key: 'TC-1.1', slug: 'lectia-1', position: 1, title: { ro: 'Lecția 1', en: 'Lesson 1' }, minutes: 5, competences: ['3.1'], locales: ['ro', 'en'] },
    { key: 'TC-1.2', slug: 'lectia-2', position: 2, title: { ro: 'Lecția 2', en: 'Lesson 2' }, minutes: 5, competences: ['3.1'], locales: ['ro', 'en'] },
  ])
  expect(module!.quiz).toMatchObject({ key: 'TC-1-quiz', slug: 'inceput', title: { ro: 'Verificare', en: 'Verificare (en)' }, minutes: 15 })
  expect(module!.quiz.questions.map(({ key, face }) => `${key} ${face.type}`)).toEqual(['TC-1-q1 single', 'TC-1-q2 multiple', 'TC-1-q3 matching', 'TC-1-q4 ordering', 'TC-1-q5 numeric'])
})

test('a lesson is read in the language of the reader, else in the nearest there is', async () => {
  const course = newCourse()
  course.write()
  await course.publish()
  const version = (await findCourse(world, course.slug))!
  const read = (locale: 'ro' | 'en' | 'sv') => findLessonText(world, version.id, 'lectia-1', locale)
  expect(await read('ro')).toMatchObject({ key: 'TC-1.1', title: 'Lecția 1', locale: 'ro', html: expect.stringContaining('<h2 id="sec-început">Început</h2>') as string })
  expect(await read('en')).toMatchObject({ title: 'Lesson 1', locale: 'en' })
  expect(await read('sv')).toMatchObject({ title: 'Lesson 1', locale: 'en' })
  expect(await findLessonText(world, version.id, 'alta', 'ro')).toBeNull()
})

test('what a learner is sent before answering holds nothing of the key', async () => {
  const course = newCourse()
  const quiz = (locale: 'ro' | 'en') => quizFile({ mark: 'KEY-5f1c', locale, more: furtherQuestions({ mark: 'KEY-5f1c', locale }) })
  course.write({}, { 'ro/01-inceput/questions.quiz.yaml': quiz('ro'), 'en/01-inceput/questions.quiz.yaml': quiz('en') })
  await course.publish()
  const version = (await findCourse(world, course.slug))!
  const texts = await Promise.all(version.modules.flatMap(({ lessons }) => lessons.map(({ slug }) => findLessonText(world, version.id, slug, 'ro'))))
  const stored = await world.db.question.findMany({ where: { quiz: { versionId: version.id } } })
  const sent = JSON.stringify([version, texts, stored, await listCourses(world, 'ro')])
  expect(sent).not.toContain('KEY-5f1c')
  const faceFields: Record<string, string[]> = { single: ['choices'], multiple: ['choices'], matching: ['left', 'right'], ordering: ['items'], numeric: ['unit'], open: ['rubric', 'passPoints'] }
  for (const face of stored.map((row) => row.face as { type: string })) expect(Object.keys(face).toSorted()).toEqual([...faceFields[face.type]!, 'text', 'type'].toSorted())

  const keys = await getAnswerKeys(world, version.id, 'TC-1-quiz')
  expect([...keys.keys()]).toEqual(['TC-1-q1', 'TC-1-q2', 'TC-1-q3', 'TC-1-q4', 'TC-1-q5', 'TC-1-q6', 'TC-1-q7'])
  expect(keys.get('TC-1-q1')).toMatchObject({ type: 'single', right: 'b', why: { a: { ro: expect.stringContaining('KEY-5f1c') as string } } })
  expect(keys.get('TC-1-q5')).toMatchObject({ type: 'numeric', right: 1.1, tolerance: 0.05 })
  await expect(getAnswerKeys(world, version.id, 'alt-quiz')).rejects.toThrow('no quiz')
})

test('the faces of two courses that differ in their answers alone are equal', async () => {
  const faces = async (rightOption: string) => {
    const course = newCourse()
    course.write({}, { 'ro/01-inceput/questions.quiz.yaml': quizFile({ rightOption }), 'en/01-inceput/questions.quiz.yaml': quizFile({ rightOption, locale: 'en' }) })
    await course.publish()
    return (await findCourse(world, course.slug))!.modules.map(({ quiz }) => quiz)
  }
  expect(await faces('a')).toEqual(await faces('c'))
})

test('what is published already is not published again, and nothing of it is compiled', async () => {
  const course = newCourse()
  course.write()
  await course.publish()
  const before = await course.versions()
  const begun = performance.now()
  expect(await course.publish()).toEqual({ published: 0, unchanged: 1, faults: [] })
  expect(performance.now() - begun).toBeLessThan(300)
  expect(await course.versions()).toEqual(before)
})

test('a published version stays as it was when the next one is published', async () => {
  const course = newCourse()
  course.write()
  await course.publish()
  const first = (await findCourse(world, course.slug))!
  course.write({}, { [LESSON]: lessonFile({ id: 'TC-1.1', slug: 'lectia-1', title: 'Alt titlu', body: '## Altfel' }) })
  expect(await course.publish()).toEqual({ published: 1, unchanged: 0, faults: [] })
  const second = (await findCourse(world, course.slug))!
  expect([first.number, second.number]).toEqual([1, 2])
  expect(await getVersion(world, first.id)).toEqual(first)
  expect((await findLessonText(world, first.id, 'lectia-1', 'ro'))!.html).toContain('Început')
  expect((await findLessonText(world, second.id, 'lectia-1', 'ro'))!.html).toContain('Altfel')
})

test('a material change leaves everybody where they enrolled', async () => {
  const course = newCourse()
  course.write()
  await course.publish()
  const first = (await findCourse(world, course.slug))!.id
  const enrolment = await enrol(first)
  course.write({ passPercent: 80 })
  await course.publish()
  expect(await versionOf(enrolment)).toBe(first)
  expect((await course.versions()).map(({ isMaterial }) => isMaterial)).toEqual([true, true])
})

test('an editorial change moves who is learning from the version before, and nobody else', async () => {
  const course = newCourse()
  course.write()
  await course.publish()
  const oldest = (await findCourse(world, course.slug))!.id
  const stayed = await enrol(oldest)
  course.write({ summary: 'Altceva.' })
  await course.publish()
  const before = (await findCourse(world, course.slug))!.id
  const [active, withdrawn, completed] = [await enrol(before), await enrol(before, 'withdrawn'), await enrol(before, 'completed')]
  course.write({ summary: 'Tot altceva.', change: 'editorial' })
  expect(await course.publish()).toMatchObject({ published: 1 })
  const now = (await findCourse(world, course.slug))!.id
  expect(await Promise.all([stayed, active, withdrawn, completed].map(versionOf))).toEqual([oldest, now, before, before])
})

test('an editorial change that asks for something else is a fault at its word', async () => {
  const course = newCourse()
  course.write()
  await course.publish()
  course.write({ change: 'editorial', passPercent: 80 }, { [LESSON]: lessonFile({ id: 'TC-1.9', slug: 'lectia-1' }), 'en/01-inceput/01-lectia.mdx': lessonFile({ id: 'TC-1.9', slug: 'lectia-1', locale: 'en' }) })
  const { published, faults } = await course.publish()
  expect(published).toBe(0)
  expect(faults).toEqual([
    {
      file: `${course.folder}/${course.slug}/course.yaml`,
      line: 9,
      column: 9,
      message: '"change" is editorial, but a pass mark of 80 % is new; lesson TC-1.9 is new; a pass mark of 70 % is gone; lesson TC-1.1 is gone.',
      cure: 'Write material: who is enrolled stays with what was promised.',
    },
  ])
})

test('the same files drawn in a new way move everybody, whatever the author said of the last change', async () => {
  const course = newCourse()
  course.write()
  await course.publish()
  const [first] = await course.versions()
  const enrolment = await enrol(first!.id)
  await world.db.courseVersion.update({ where: { id: first!.id }, data: { contentHash: first!.contentHash.replace(/\.\d+$/, '.0') } })
  expect(await course.publish()).toEqual({ published: 1, unchanged: 0, faults: [] })
  const [, second] = await course.versions()
  expect(second!.isMaterial).toBe(false)
  expect(await versionOf(enrolment)).toBe(second!.id)
})

test('going back to an earlier content is a new version, once', async () => {
  const course = newCourse()
  course.write({ summary: 'Întâi.' })
  await course.publish()
  course.write({ summary: 'Apoi.' })
  await course.publish()
  course.write({ summary: 'Întâi.' })
  expect((await course.publish()).published).toBe(1)
  expect(await course.publish()).toEqual({ published: 0, unchanged: 1, faults: [] })
  expect((await course.versions()).map(({ number }) => number)).toEqual([1, 2, 3])
  expect((await findCourse(world, course.slug))!.summary.ro).toBe('Întâi.')
})

test('two processes that publish at once publish once', async () => {
  const course = newCourse()
  course.write()
  const others = [1, 2, 3].map(() => openDatabase(world.databaseUrl, { connections: 4 }))
  const results = await Promise.all(others.map(({ db }) => publishCourses({ db, clock: world.clock }, course.folder)))
  await Promise.all(others.map(({ close }) => close()))
  expect(results.map(({ published }) => published).toSorted()).toEqual([0, 0, 1])
  expect(results.flatMap(({ faults }) => faults)).toEqual([])
  expect(await course.versions()).toHaveLength(1)
})

test('a course with a fault is not published, and the one beside it is', async () => {
  const course = newCourse()
  course.write({}, { [LESSON]: lessonFile({ id: 'TC-1.1', slug: 'lectia-1', body: '{process.env.PATH}' }) })
  writeCourse(course.folder, 'vecin', courseFiles({ id: `${course.id}-V`, slug: 'vecin' }))
  const { published, faults } = await course.publish()
  expect(published).toBe(1)
  expect(faults.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([`${course.folder}/${course.slug}/${LESSON}:9:1`])
  expect(await course.versions()).toEqual([])
  expect((await findCourse(world, 'vecin'))?.number).toBe(1)
  expect(await findCourse(world, course.slug)).toBeNull()
})

test('an address that another course was published at is a fault, and a course may take a new one', async () => {
  const [first, second] = [newCourse(), newCourse()]
  first.write()
  await first.publish()
  writeCourse(second.folder, first.slug, courseFiles({ id: second.id, slug: first.slug }))
  const { faults } = await second.publish()
  expect(faults).toEqual([expect.objectContaining({ file: `${second.folder}/${first.slug}/course.yaml`, line: 2, column: 7 })])

  const versionId = (await findCourse(world, first.slug))!.id
  writeCourse(first.folder, 'mutat', courseFiles({ id: first.id, slug: 'mutat' }))
  writeCourse(first.folder, first.slug, {})
  expect(await first.publish()).toMatchObject({ published: 1, faults: [] })
  expect(await findCourse(world, first.slug)).toBeNull()
  expect((await getVersion(world, versionId)).slug).toBe('mutat')
})

test('the catalogue lists each course once, as it is taught now', async () => {
  const course = newCourse()
  course.write()
  await course.publish()
  course.write({ summary: 'Cel nou.' })
  await course.publish()
  const listed = (await listCourses(world, 'en')).filter(({ courseId }) => courseId === course.id)
  const current = (await findCourse(world, course.slug))!
  expect(listed).toEqual([
    {
      courseId: course.id,
      versionId: current.id,
      slug: course.slug,
      theme: 'digital_pedagogy',
      title: { ro: 'Curs de probă', en: 'A course to try' },
      summary: { ro: 'Cel nou.', en: 'A small course.' },
      minutes: 50,
      countsTowardIndicator: true,
      locales: ['ro', 'en'],
      modules: 1,
      lessons: 2,
    },
  ])
})

test('a folder that is not there is an error, not an empty catalogue', async () => {
  await expect(publishCourses(world, `${folder}/nicaieri`)).rejects.toThrow('ENOENT')
})
