// A range: practice that is scored on the server, leads to no certificate and can be taken again after ninety days.
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { checkCourses } from '#app/features/catalogue/check-courses.server.ts'
import { readGlossary } from '#app/features/catalogue/read-glossary.server.ts'
import { publishCourses } from '#app/features/catalogue/publish-courses.server.ts'
import { findAttemptResult } from '#app/features/learning/find-attempt-result.server.ts'
import { findCourseView } from '#app/features/learning/find-course-view.server.ts'
import { findQuizSheet } from '#app/features/learning/find-quiz-sheet.server.ts'
import { saveDraft } from '#app/features/learning/save-draft.server.ts'
import type { Actor } from '#app/core/access/can.ts'
import { courseFiles, courseFolder } from '#tests/factories/course-files.ts'
import { createTeacher, enrol, fillIn, handIn, takeCourse } from '#tests/factories/learner.ts'
import { rangeFile, rangeMark } from '#tests/factories/range-file.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const NOW = '2026-11-22T10:00:00Z'
const RANGE = 'ro/01-inceput/range.quiz.yaml'
const world = await openTestWorld(NOW)
const folder = courseFolder()
const files = { ...courseFiles(), [RANGE]: rangeFile(), [RANGE.replace('ro', 'en')]: rangeFile({ locale: 'en' }) }
for (const [name, text] of Object.entries(files)) {
  const file = path.join(folder, 'curs-de-proba', name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
}
await publishCourses(world, folder)

const slug = 'curs-de-proba'
const range = { courseSlug: slug, quizSlug: 'inceput-range' }

async function createLearner(): Promise<Actor> {
  const actor = await createTeacher(world)
  await enrol(world, actor, slug)
  return actor
}

async function faultsWith(changed: Record<string, string>): Promise<string[]> {
  const all = Object.entries({ ...files, ...changed }).filter(([, text]) => text !== '')
  const course = { name: slug, root: slug, files: new Map(all.map(([name, text]) => [name, Buffer.from(text)])), strays: [], glossary: readGlossary('glossary.yaml', null), terms: [], contentHash: '' }
  const checked = await checkCourses([course], [])
  return checked.get(course)!.faults.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
}

test('stands in its module beside the test, asks for nothing and takes no hour of the course', async () => {
  const actor = await createLearner()
  const view = await findCourseView(world, actor, slug)
  expect(view?.modules[0]?.units.map(({ kind, slug, minutes, isDone }) => ({ kind, slug, minutes, isDone }))).toEqual([
    { kind: 'lesson', slug: 'lectia-1', minutes: 5, isDone: false },
    { kind: 'lesson', slug: 'lectia-2', minutes: 5, isDone: false },
    { kind: 'range', slug: 'inceput-range', minutes: 3, isDone: false },
    { kind: 'quiz', slug: 'inceput', minutes: 15, isDone: false },
  ])
  expect(view?.course.minutes).toBe(50)
  expect(view?.own?.progress.total).toBe(3)
  expect(view?.own?.missing.map(({ kind }) => kind)).toEqual(['lesson', 'lesson', 'quiz'])
})

test('shows drawings and no key', async () => {
  const view = await findQuizSheet(world, await createLearner(), range)
  expect(view?.quiz).toMatchObject({ kind: 'range', questions: { asked: 2, scored: 2 }, minutes: 3 })
  expect(view?.sheet.state === 'open' && view.sheet.questions.map(({ mock }) => mock?.ro.kind)).toEqual(['message', 'message'])
  expect(JSON.stringify(view)).not.toContain(rangeMark)
})

test('taken rightly is scored, told in full, and is no step to a certificate', async () => {
  const actor = await createLearner()
  expect(await handIn(world, actor, slug, range.quizSlug)).toEqual({ kind: 'handed-in', attempt: 1 })
  const result = await findAttemptResult(world, actor, { ...range, attempt: 1 })
  expect(result).toMatchObject({ attempt: { percent: 100, passed: false }, isTold: true, firstPercent: null, next: { kind: 'range', opensAt: new Date('2027-02-20T10:00:00Z') } })
  expect(result?.questions[0]).toMatchObject({ mock: { ro: { kind: 'message' } } })
  const view = await findCourseView(world, actor, slug)
  expect(view?.own?.progress).toMatchObject({ done: 0, percent: 0 })
  expect(view?.modules[0]?.units.find(({ kind }) => kind === 'range')?.isDone).toBe(true)
})

test('taken wrongly tells at once what was right', async () => {
  const actor = await createLearner()
  await handIn(world, actor, slug, range.quizSlug, 'wrong')
  const result = await findAttemptResult(world, actor, { ...range, attempt: 1 })
  expect(result?.attempt.percent).toBe(0)
  expect(JSON.stringify(result?.questions)).toContain(`${rangeMark} de ce`)
})

test('opens again after ninety days with other situations, and remembers the first time', async () => {
  const actor = await createLearner()
  const shown = async () => {
    const view = await findQuizSheet(world, actor, range)
    return view?.sheet.state === 'open' ? view.sheet.questions.map(({ text }) => text.ro) : view?.sheet.state
  }
  const before = await shown()
  await handIn(world, actor, slug, range.quizSlug, 'wrong')
  world.setNow('2027-02-20T09:59:59Z')
  expect(await shown()).toBe('paused')
  expect(await handIn(world, actor, slug, range.quizSlug, 'right', 2)).toEqual({ kind: 'refused', refusal: 'not-open' })
  world.setNow('2027-02-20T10:00:00Z')
  const after = await shown()
  expect(after).toHaveLength(2)
  expect(after).not.toEqual(before)
  for (const text of after ?? []) expect(before).not.toContain(text)
  await handIn(world, actor, slug, range.quizSlug, 'right', 2)
  expect(await findAttemptResult(world, actor, { ...range, attempt: 2 })).toMatchObject({ attempt: { percent: 100 }, firstPercent: 0 })
  world.setNow(NOW)
})

test('is still there for who has completed the course, and keeps a draft', async () => {
  const actor = await createTeacher(world)
  await takeCourse(world, actor, slug)
  const fields = await fillIn(world, actor, slug, range.quizSlug, 1, 'right')
  expect(await saveDraft(world, actor, { ...range, attempt: 1, fields })).toMatchObject({ ok: true })
  expect((await findQuizSheet(world, actor, range))?.sheet).toMatchObject({ state: 'open', savedAt: new Date(NOW) })
  expect(await handIn(world, actor, slug, range.quizSlug)).toMatchObject({ kind: 'handed-in' })
  expect(await world.db.completion.count({ where: { enrolment: { personId: actor.personId } } })).toBe(1)
})

test('without faults has none', async () => {
  expect(await faultsWith({})).toEqual([])
})

test.each<[string, Record<string, string>, string[]]>([
  ['in one language alone', { [RANGE.replace('ro', 'en')]: '' }, ['curs-de-proba/en/01-inceput/range.quiz.yaml:1:1 The file is missing, though the course is written in en.']],
  ['of a sender that somebody owns', { [RANGE]: rangeFile({ host: 'posta-romana.ro' }) }, [11, 27, 42, 58].map((line, index) => `curs-de-proba/ro/01-inceput/range.quiz.yaml:${line}:16 "questions[${index + 1}].mock.address" is at a host that somebody may own.`)],
  ['not drawn', { [RANGE]: rangeFile({ isDrawn: false }) }, ['The situation is not drawn.']],
])('%s is a fault where it stands', async (_what, changed, expected) => {
  const faults = await faultsWith(changed)
  for (const fault of expected) expect(faults.join('\n')).toContain(fault)
  expect(faults.length).toBeGreaterThan(0)
})
