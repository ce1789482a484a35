// What teachers enter in lessons: kept once for each block, through versions and rounds, for the one who wrote it.
import { expect, test } from 'vitest'
import type { Actor } from '#app/core/access/can.ts'
import { keepEntry } from '#app/features/learning/keep-entry.server.ts'
import { readLesson } from '#app/features/learning/read-lesson.server.ts'
import { withdrawTeacher } from '#app/features/learning/withdraw-teacher.server.ts'
import { createTeacher, enrol, takeCourse } from '#tests/factories/learner.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
const { slug: courseSlug, courseId } = await publishTestCourse(world)
const lessonSlug = 'lectia-1-1'

async function learner(): Promise<Actor> {
  const actor = await createTeacher(world)
  await enrol(world, actor, courseSlug)
  return actor
}

function keep(actor: Actor, block: string, fields: Record<string, string> | [string, string][], lesson = lessonSlug) {
  return keepEntry(world, actor, { courseSlug, lessonSlug: lesson, block, fields: new URLSearchParams(fields) })
}

/** By block: what is kept, or null for whom nothing is. */
async function entriesOf(actor: Actor | null, lesson = lessonSlug, locale: 'ro' | 'en' = 'ro') {
  const view = await readLesson(world, actor, { courseSlug, lessonSlug: lesson, locale })
  return Object.fromEntries((view?.lesson.parts ?? []).flatMap((part) => (part.kind === 'html' ? [] : [[part.name, part.kept && part.kept.entry]])))
}

test('who is enrolled finds what they entered, in every language', async () => {
  const actor = await learner()
  expect(await entriesOf(actor)).toEqual({ 'checklist-1': null, 'reflection-1': null })
  expect(await keep(actor, 'checklist-1', [['item', '1'], ['item', '3']])).toEqual({ ok: true, value: null })
  expect(await keep(actor, 'reflection-1', { note: 'Încep cu tăblițele.' })).toEqual({ ok: true, value: null })
  const kept = { 'checklist-1': { ticked: [1, 3] }, 'reflection-1': { note: 'Încep cu tăblițele.' } }
  expect(await entriesOf(actor)).toEqual(kept)
  expect(await entriesOf(actor, lessonSlug, 'en')).toEqual(kept)
  expect(await entriesOf(actor, 'lectia-1-2')).toEqual({ 'checklist-1': null, 'reflection-1': null })
})

test('the last entry stays, and one row for it, however many come at once', async () => {
  const actor = await learner()
  await Promise.all(Array.from({ length: 12 }, (_, at) => keep(actor, 'reflection-1', { note: `varianta ${at}` })))
  await keep(actor, 'reflection-1', { note: '' })
  expect(await entriesOf(actor)).toMatchObject({ 'reflection-1': { note: '' } })
  expect(await world.db.lessonEntry.count({ where: { personId: actor.personId } })).toBe(1)
})

test('nobody but the writer sees it', async () => {
  const [writer, other] = [await learner(), await learner()]
  await keep(writer, 'reflection-1', { note: 'numai al meu' })
  for (const reader of [other, await createTeacher(world), null]) {
    const view = await readLesson(world, reader, { courseSlug, lessonSlug, locale: 'ro' })
    expect(JSON.stringify(view)).not.toContain('numai al meu')
  }
  const told = await Promise.all([world.db.event.findMany(), world.db.auditEntry.findMany(), world.db.mail.findMany()])
  expect(JSON.stringify(told, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('numai al meu')
})

test('it survives a new version of the course, known by key and place', async () => {
  const actor = await learner()
  await keep(actor, 'checklist-1', [['item', '2'], ['item', '3']])
  const { versionId } = await publishTestCourse(world)
  await world.db.enrolment.updateMany({ where: { personId: actor.personId, courseId }, data: { versionId } })
  expect(await entriesOf(actor)).toMatchObject({ 'checklist-1': { ticked: [2, 3] } })
})

test.each([
  ['a block that is not there', 'checklist-2', { item: '1' }, 'no-block'],
  ['no block at all', '', { item: '1' }, 'no-block'],
  ['a name that all objects have', 'constructor', { item: '1' }, 'no-block'],
  ['a box that is not there', 'checklist-1', { item: '4' }, 'unknown-item'],
  ['a text that is too long', 'reflection-1', { note: 'a'.repeat(4_001) }, 'too-long'],
])('%s is refused and leaves nothing', async (_name, block, fields, refusal) => {
  const actor = await learner()
  expect(await keep(actor, block, fields)).toEqual({ ok: false, refusal })
  expect(await world.db.lessonEntry.count({ where: { personId: actor.personId } })).toBe(0)
})

test('who is not enrolled keeps nothing; who has left finds it on coming back; who has completed goes on', async () => {
  const stranger = await createTeacher(world)
  expect(await keep(stranger, 'reflection-1', { note: 'x' })).toEqual({ ok: false, refusal: 'not-enrolled' })

  const leaver = await learner()
  await keep(leaver, 'reflection-1', { note: 'rămâne' })
  await withdrawTeacher(world, leaver, courseSlug)
  expect(await keep(leaver, 'reflection-1', { note: 'y' })).toEqual({ ok: false, refusal: 'not-enrolled' })
  expect(await entriesOf(leaver)).toEqual({ 'checklist-1': null, 'reflection-1': null })
  await enrol(world, leaver, courseSlug)
  expect(await entriesOf(leaver)).toMatchObject({ 'reflection-1': { note: 'rămâne' } })

  const holder = await createTeacher(world)
  await takeCourse(world, holder, courseSlug)
  expect(await keep(holder, 'reflection-1', { note: 'și după' })).toEqual({ ok: true, value: null })
})
