// Open questions and variants, from the sheet to the note that somebody keeps about their own answer.
import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/core/access/can.ts'
import { MOST_CHARACTERS } from '#app/core/assessment/open-answer.ts'
import { assessAnswer } from '#app/features/learning/assess-answer.server.ts'
import { findAttemptResult } from '#app/features/learning/find-attempt-result.server.ts'
import { findQuizSheet } from '#app/features/learning/find-quiz-sheet.server.ts'
import { saveDraft } from '#app/features/learning/save-draft.server.ts'
import { submitAttempt } from '#app/features/learning/submit-attempt.server.ts'
import { createTeacher, enrol, fillIn, handIn, OPEN_ANSWER, takeCourse } from '#tests/factories/learner.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
const { slug } = await publishTestCourse(world, { hasOpen: true })
const first = { courseSlug: slug, quizSlug: 'verificare-1' }
/** The place of the open question. */
const OPEN = 6

async function createLearner(): Promise<Actor> {
  const actor = await createTeacher(world)
  await enrol(world, actor, slug)
  return actor
}

const sheetOf = async (actor: Actor) => {
  const sheet = (await findQuizSheet(world, actor, first))?.sheet
  if (sheet?.state !== 'open') throw new Error('the sheet is not open')
  return sheet
}

const openReview = async (actor: Actor, attempt = 1) => {
  const question = (await findAttemptResult(world, actor, { ...first, attempt }))?.questions[OPEN - 1]
  if (question?.type !== 'open') throw new Error('the result shows no open question')
  return { ...question.review, question: question.text.ro }
}

describe('an open question', () => {
  test('counts neither in the points nor in what there is to reach', async () => {
    const actor = await createLearner()
    await handIn(world, actor, slug, 'verificare-1')
    expect(await findAttemptResult(world, actor, { ...first, attempt: 1 })).toMatchObject({ attempt: { percent: 100, passed: true }, quiz: { questions: { asked: 6, scored: 5 } } })
    expect(await world.db.attempt.findFirstOrThrow({ where: { enrolment: { personId: actor.personId } } })).toMatchObject({ points: 5, maxPoints: 5 })
    expect(await world.db.answer.count({ where: { attempt: { enrolment: { personId: actor.personId } } } })).toBe(6)
  })

  test.each([
    ['', 'open'],
    ['Prea puține cuvinte.', 'short'],
    [`${OPEN_ANSWER}${'x'.repeat(MOST_CHARACTERS)}`, 'long'],
  ])('answered with %.20j is not handed in', async (typed, fault) => {
    const actor = await createLearner()
    const fields = await fillIn(world, actor, slug, 'verificare-1', 1, 'right')
    fields.set(`q${OPEN}`, typed)
    expect(await submitAttempt(world, actor, { ...first, attempt: 1, fields })).toEqual({ kind: 'faulty', faults: [{ question: OPEN, fault }] })
    expect(await world.db.attempt.count({ where: { enrolment: { personId: actor.personId } } })).toBe(0)
  })

  test('stands beside its rubric and an example once handed in, passed or not', async () => {
    const actor = await createLearner()
    await handIn(world, actor, slug, 'verificare-1', 'wrong')
    expect(await openReview(actor)).toMatchObject({ text: OPEN_ANSWER, explanation: { ro: 'Un exemplu ' }, passPoints: 3, own: null })
  })

  test('comes with the text of the last attempt that asked it, and a draft goes before that', async () => {
    const actor = await createLearner()
    const asked: (string | undefined)[] = []
    for (const attempt of [1, 2, 3]) {
      world.setNow(`2026-11-22T1${attempt}:00:00Z`)
      const sheet = await sheetOf(actor)
      expect(sheet.values).toEqual({})
      asked.push(sheet.questions[OPEN - 1]?.text.ro)
      const fields = await fillIn(world, actor, slug, 'verificare-1', attempt, 'wrong')
      fields.set(`q${OPEN}`, `Încercarea ${attempt}. ${OPEN_ANSWER}`)
      await submitAttempt(world, actor, { ...first, attempt, fields })
    }
    world.setNow('2026-11-22T14:00:00Z')
    const fourth = await sheetOf(actor)
    expect(new Set(asked).size).toBe(3)
    expect(fourth.questions[OPEN - 1]?.text.ro).toBe(asked[0])
    expect(fourth).toMatchObject({ savedAt: null, values: { [`q${OPEN}`]: [`Încercarea 1. ${OPEN_ANSWER}`] } })
    await saveDraft(world, actor, { ...first, attempt: 4, fields: new URLSearchParams({ [`q${OPEN}`]: 'Mai scurt.' }) })
    expect(await sheetOf(actor)).toMatchObject({ values: { [`q${OPEN}`]: ['Mai scurt.'] } })
  })
})

describe('variants', () => {
  test('take turns, and each result shows what its attempt asked', async () => {
    const actor = await createLearner()
    for (const attempt of [1, 2]) {
      const asked = (await sheetOf(actor)).questions.map(({ text }) => text.ro)
      expect(asked).toHaveLength(6)
      await handIn(world, actor, slug, 'verificare-1', 'wrong', attempt)
      expect((await findAttemptResult(world, actor, { ...first, attempt }))?.questions.map(({ text }) => text.ro)).toEqual(asked)
    }
    const keys = await world.db.answer.findMany({ where: { attempt: { enrolment: { personId: actor.personId } } }, select: { questionKey: true, attempt: { select: { number: true } } } })
    const [one, two] = [1, 2].map((number) => keys.filter((row) => row.attempt.number === number).map(({ questionKey }) => questionKey))
    expect([one?.length, two?.length]).toEqual([6, 6])
    expect(one?.filter((key) => two?.includes(key)).toSorted()).toEqual(['PD-1-q2', 'PD-1-q3', 'PD-1-q4', 'PD-1-q5'])
  })

  test('of which one was answered, are drawn the same for the draft', async () => {
    const actor = await createLearner()
    await saveDraft(world, actor, { ...first, attempt: 1, fields: new URLSearchParams({ q1: '2', [`q${OPEN}`]: 'Un început.' }) })
    expect(await sheetOf(actor)).toMatchObject({ values: { q1: ['2'], [`q${OPEN}`]: ['Un început.'] } })
  })
})

describe('an assessment of one’s own answer', () => {
  const assess = (actor: Actor, form: string, question = OPEN, attempt = 1) => assessAnswer(world, actor, { ...first, attempt, question, fields: new URLSearchParams(form) })

  test('is kept once, may be changed, and changes no score', async () => {
    const actor = await createTeacher(world)
    await takeCourse(world, actor, slug)
    const before = await findAttemptResult(world, actor, { ...first, attempt: 1 })
    expect(await assess(actor, 'q6-1=1&q6-2=0')).toEqual({ kind: 'kept' })
    await Promise.all(Array.from({ length: 8 }, () => assess(actor, 'q6-1=1&q6-2=3')))
    expect((await openReview(actor)).own).toEqual([1, 3])
    expect(await world.db.selfAssessment.findMany({ where: { answer: { attempt: { enrolment: { personId: actor.personId } } } } })).toMatchObject([{ points: { goal: 1, steps: 3 } }])
    expect((await findAttemptResult(world, actor, { ...first, attempt: 1 }))?.attempt).toEqual(before?.attempt)
    expect(await world.db.certificate.findFirstOrThrow({ where: { personId: actor.personId } })).toMatchObject({ scorePercent: 100 })
  })

  test('of points that there are not, or of a criterion that there is not, keeps nothing', async () => {
    const actor = await createLearner()
    await handIn(world, actor, slug, 'verificare-1', 'wrong')
    expect(await assess(actor, 'q6-1=2&q6-2=3')).toEqual({ kind: 'faulty', faults: [{ criterion: 1, fault: 'unknown' }] })
    expect(await assess(actor, 'q6-1=1')).toEqual({ kind: 'faulty', faults: [{ criterion: 2, fault: 'open' }] })
    expect(await assess(actor, 'q6-1=1&q6-2=3&q6-9=1')).toEqual({ kind: 'faulty', faults: [{ criterion: 9, fault: 'unknown' }] })
    expect((await openReview(actor)).own).toBeNull()
  })

  test.each([1, 7, 0, -1, 1.5, Number.NaN])('is not for question %s, which is not open or not there', async (question) => {
    const actor = await createLearner()
    await handIn(world, actor, slug, 'verificare-1')
    expect(await assess(actor, 'q6-1=1&q6-2=3', question)).toEqual({ kind: 'not-found' })
  })

  test('is of one’s own attempts alone, and of those that were handed in', async () => {
    const [actor, other] = [await createLearner(), await createLearner()]
    await handIn(world, actor, slug, 'verificare-1')
    expect(await assess(other, 'q6-1=1&q6-2=3')).toEqual({ kind: 'not-found' })
    expect(await assess(await createTeacher(world), 'q6-1=1&q6-2=3')).toEqual({ kind: 'not-found' })
    expect(await assess(actor, 'q6-1=1&q6-2=3', OPEN, 2)).toEqual({ kind: 'not-found' })
    expect((await openReview(actor)).own).toBeNull()
  })
})
