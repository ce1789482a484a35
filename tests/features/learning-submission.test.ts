import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAttemptResult, type ResultQuestion, type ResultView } from '#app/features/learning/find-attempt-result.server.ts'
import { findCourseView } from '#app/features/learning/find-course-view.server.ts'
import { findQuizSheet } from '#app/features/learning/find-quiz-sheet.server.ts'
import { recordReading } from '#app/features/learning/record-reading.server.ts'
import { saveDraft } from '#app/features/learning/save-draft.server.ts'
import { submitAttempt } from '#app/features/learning/submit-attempt.server.ts'
import { withdrawTeacher } from '#app/features/learning/withdraw-teacher.server.ts'
import type { Actor } from '#app/core/access/can.ts'
import { createTeacher, enrol, fillIn, getEnrolment, handIn, readLessons, takeCourse } from '#tests/factories/learner.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const NOW = '2026-11-22T10:00:00Z'
const world = await openTestWorld(NOW)
const { slug } = await publishTestCourse(world)
const first = { courseSlug: slug, quizSlug: 'verificare-1' }

async function createLearner(): Promise<Actor> {
  const actor = await createTeacher(world)
  await enrol(world, actor, slug)
  return actor
}

async function progressOf(actor: Actor) {
  return (await findCourseView(world, actor, slug))?.own?.progress
}

async function rowsOf({ personId }: Actor) {
  const enrolment = { personId }
  return {
    attempts: await world.db.attempt.count({ where: { enrolment } }),
    completions: await world.db.completion.count({ where: { enrolment } }),
    certificates: await world.db.certificate.count({ where: { personId } }),
    recorded: await world.db.event.count({ where: { type: 'certificate.recorded', subjectId: { in: (await world.db.certificate.findMany({ where: { personId } })).map(({ id }) => id) } } }),
    synced: await world.db.event.count({ where: { type: 'person.facts-changed', subjectId: personId } }),
  }
}

describe('the last answer', () => {
  test('sent 200 times at once is one attempt, one completion, one certificate and one event of each kind', async () => {
    const actor = await createLearner()
    await readLessons(world, actor, slug)
    await handIn(world, actor, slug, 'verificare-1')
    const fields = await fillIn(world, actor, slug, 'verificare-2', 1, 'right')
    const last = { courseSlug: slug, quizSlug: 'verificare-2', attempt: 1, fields }
    const submissions = await Promise.all(Array.from({ length: 200 }, () => submitAttempt(world, actor, last)))
    expect(submissions.every((submission) => submission.kind === 'handed-in' && submission.attempt === 1)).toBe(true)
    expect(await rowsOf(actor)).toEqual({ attempts: 2, completions: 1, certificates: 1, recorded: 1, synced: 1 })
    expect(await world.db.answer.count({ where: { attempt: { enrolment: { personId: actor.personId } } } })).toBe(10)
  }, 60_000)

  test('of 20 different sheets for one attempt, one counts and the others are told its result', async () => {
    const actor = await createLearner()
    const right = await fillIn(world, actor, slug, 'verificare-1', 1, 'right')
    const wrong = await fillIn(world, actor, slug, 'verificare-1', 1, 'wrong')
    await Promise.all(Array.from({ length: 20 }, (_, at) => submitAttempt(world, actor, { ...first, attempt: 1, fields: at % 2 ? right : wrong })))
    expect(await rowsOf(actor)).toMatchObject({ attempts: 1 })
  })

  test('may be a lesson', async () => {
    const actor = await createLearner()
    await handIn(world, actor, slug, 'verificare-1')
    await handIn(world, actor, slug, 'verificare-2')
    expect(await rowsOf(actor)).toMatchObject({ completions: 0, certificates: 0 })
    await readLessons(world, actor, slug)
    expect(await rowsOf(actor)).toMatchObject({ completions: 1, certificates: 1, recorded: 1 })
    expect(await recordReading(world, actor, { courseSlug: slug, lessonSlug: 'lectia-1-1' })).toEqual({ ok: true, value: null })
    expect(await rowsOf(actor)).toMatchObject({ completions: 1, certificates: 1 })
  })

  test('gives the certificate the mean of the quizzes, the day, and nothing that a browser said', async () => {
    const actor = await createLearner()
    await readLessons(world, actor, slug)
    const fields = await fillIn(world, actor, slug, 'verificare-1', 1, 'right')
    // One of two pairs wrong: 90 percent of five questions.
    fields.set('q3-1', fields.get('q3-2') ?? '')
    fields.set('score', '100')
    fields.set('completedAt', '2024-01-01')
    await submitAttempt(world, actor, { ...first, attempt: 1, fields })
    await handIn(world, actor, slug, 'verificare-2')
    expect(await world.db.certificate.findFirstOrThrow({ where: { personId: actor.personId } })).toMatchObject({ scorePercent: 95, completedAt: new Date(NOW), state: 'pending' })
  })
})

type ScoredQuestion = Exclude<ResultQuestion, { type: 'open' }>
const scoredOf = (result: ResultView | null): ScoredQuestion[] => (result?.questions ?? []).filter((question) => question.type !== 'open')

describe('a quiz', () => {
  test('answered wrongly is failed, and tells neither the right answer nor why', async () => {
    const actor = await createLearner()
    expect(await handIn(world, actor, slug, 'verificare-1', 'wrong')).toEqual({ kind: 'handed-in', attempt: 1 })
    const result = await findAttemptResult(world, actor, { ...first, attempt: 1 })
    expect(result).toMatchObject({ attempt: { percent: 0, passed: false }, next: { kind: 'retry', opensAt: null } })
    expect(scoredOf(result).map(({ review }) => [review.verdict, review.right, review.explanation])).toEqual(Array.from({ length: 5 }, () => ['wrong', null, null]))
    expect(await progressOf(actor)).toMatchObject({ done: 0 })
  })

  test('answered rightly is passed with 100, and takes no more attempts', async () => {
    const actor = await createLearner()
    await handIn(world, actor, slug, 'verificare-1')
    expect(await findAttemptResult(world, actor, { ...first, attempt: 1 })).toMatchObject({ attempt: { percent: 100, passed: true }, next: { kind: 'unit', unit: { slug: 'lectia-2-1' } } })
    expect(await handIn(world, actor, slug, 'verificare-1', 'wrong', 2)).toEqual({ kind: 'refused', refusal: 'not-open' })
    expect((await findQuizSheet(world, actor, first))?.sheet).toEqual({ state: 'passed' })
  })

  test('once passed, tells the right answers of the failed attempts too', async () => {
    const actor = await createLearner()
    await handIn(world, actor, slug, 'verificare-1', 'wrong')
    await handIn(world, actor, slug, 'verificare-1', 'right', 2)
    const result = await findAttemptResult(world, actor, { ...first, attempt: 1 })
    expect(scoredOf(result).map(({ review }) => review.right !== null && review.explanation !== null)).toEqual(Array(5).fill(true))
  })

  test('opens again at once after the first failure, and after a pause of five minutes later', async () => {
    const actor = await createLearner()
    await handIn(world, actor, slug, 'verificare-1', 'wrong')
    world.setNow('2026-11-22T10:00:10Z')
    expect(await handIn(world, actor, slug, 'verificare-1', 'wrong', 2)).toMatchObject({ kind: 'handed-in' })
    world.setNow('2026-11-22T10:05:09Z')
    expect((await findQuizSheet(world, actor, first))?.sheet).toEqual({ state: 'paused', until: new Date('2026-11-22T10:05:10Z') })
    expect(await handIn(world, actor, slug, 'verificare-1', 'right', 3)).toEqual({ kind: 'refused', refusal: 'not-open' })
    world.setNow('2026-11-22T10:05:10Z')
    expect(await handIn(world, actor, slug, 'verificare-1', 'right', 3)).toMatchObject({ kind: 'handed-in' })
    world.setNow(NOW)
  })

  test.each([2, 0, -1, 7, 1.5, 1e12, Number.NaN])('has no attempt %s before the first', async (attempt) => {
    const actor = await createLearner()
    const fields = await fillIn(world, actor, slug, 'verificare-1', 1, 'right')
    expect(await submitAttempt(world, actor, { ...first, attempt, fields })).toEqual({ kind: 'refused', refusal: 'not-open' })
    expect(await rowsOf(actor)).toMatchObject({ attempts: 0 })
  })

  test('with a question left open is not handed in', async () => {
    const actor = await createLearner()
    const fields = await fillIn(world, actor, slug, 'verificare-1', 1, 'right')
    fields.delete('q1')
    fields.set('q4-1', fields.get('q4-2') ?? '')
    fields.set('q5', 'o mie')
    expect(await submitAttempt(world, actor, { ...first, attempt: 1, fields })).toEqual({
      kind: 'faulty',
      faults: [
        { question: 1, fault: 'open' },
        { question: 4, fault: 'repeated' },
        { question: 5, fault: 'number' },
      ],
    })
    expect(await rowsOf(actor)).toMatchObject({ attempts: 0 })
  })

  test('of another course, or of none, is refused', async () => {
    const actor = await createLearner()
    const fields = new URLSearchParams()
    expect(await submitAttempt(world, actor, { courseSlug: slug, quizSlug: 'nimic', attempt: 1, fields })).toEqual({ kind: 'refused', refusal: 'no-quiz' })
    expect(await submitAttempt(world, actor, { courseSlug: 'nimic', quizSlug: 'verificare-1', attempt: 1, fields })).toEqual({ kind: 'refused', refusal: 'not-enrolled' })
  })

  test('is refused to who is not enrolled or withdrew', async () => {
    const actor = await createLearner()
    const fields = await fillIn(world, actor, slug, 'verificare-1', 1, 'right')
    expect(await submitAttempt(world, await createTeacher(world), { ...first, attempt: 1, fields })).toEqual({ kind: 'refused', refusal: 'not-enrolled' })
    await withdrawTeacher(world, actor, slug)
    expect(await submitAttempt(world, actor, { ...first, attempt: 1, fields })).toEqual({ kind: 'refused', refusal: 'withdrawn' })
    expect(await saveDraft(world, actor, { ...first, attempt: 1, fields })).toEqual({ ok: false, refusal: 'withdrawn' })
    expect(await rowsOf(actor)).toMatchObject({ attempts: 0 })
  })

  test('takes whatever is posted without an exception, and counts nothing of it', async () => {
    const actor = await createLearner()
    const name = fc.constantFrom('q1', 'q2', 'q3-1', 'q4-1', 'q5', 'attempt', 'points', '__proto__', 'q99')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, fc.string({ unit: 'binary' }))), async (pairs) => {
        expect(await submitAttempt(world, actor, { ...first, attempt: 1, fields: new URLSearchParams(pairs) })).toMatchObject({ kind: 'faulty' })
      }),
      { numRuns: 25 },
    )
    expect(await rowsOf(actor)).toMatchObject({ attempts: 0 })
  })
})

describe('a draft', () => {
  test('is kept as it was typed, and gone once the sheet is handed in', async () => {
    const actor = await createLearner()
    const fields = new URLSearchParams({ q1: '2', 'q4-3': '1', q5: 'cam 1,1' })
    expect(await saveDraft(world, actor, { ...first, attempt: 1, fields })).toEqual({ ok: true, value: null })
    expect((await findQuizSheet(world, actor, first))?.sheet).toMatchObject({ state: 'open', attempt: 1, values: { q1: ['2'], 'q4-3': ['1'], q5: ['cam 1,1'] }, savedAt: new Date(NOW) })
    await handIn(world, actor, slug, 'verificare-1', 'wrong')
    expect((await findQuizSheet(world, actor, first))?.sheet).toMatchObject({ state: 'open', attempt: 2, values: {}, savedAt: null })
  })

  test('keeps whatever is typed without an exception', async () => {
    const actor = await createLearner()
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(`${'9'.repeat(39)}😀`), fc.constant('1\u00002'))
    await fc.assert(
      fc.asyncProperty(typed, async (q5) => {
        expect(await saveDraft(world, actor, { ...first, attempt: 1, fields: new URLSearchParams({ q1: q5, q5 }) })).toEqual({ ok: true, value: null })
      }),
      { numRuns: 40 },
    )
  })

  test('that arrives after its sheet was handed in leaves nothing behind', async () => {
    const actor = await createLearner()
    await handIn(world, actor, slug, 'verificare-1', 'wrong')
    expect(await saveDraft(world, actor, { ...first, attempt: 1, fields: new URLSearchParams({ q1: '1' }) })).toEqual({ ok: false, refusal: 'not-open' })
    expect(await world.db.quizDraft.count({ where: { enrolment: { personId: actor.personId } } })).toBe(0)
  })

  test('is its author’s alone', async () => {
    const [actor, other] = [await createLearner(), await createLearner()]
    await saveDraft(world, actor, { ...first, attempt: 1, fields: new URLSearchParams({ q1: '1' }) })
    expect((await findQuizSheet(world, other, first))?.sheet).toMatchObject({ values: {} })
  })
})

describe('progress', () => {
  test('is exact at every step, and nobody else’s moves', async () => {
    const [actor, other] = [await createLearner(), await createLearner()]
    const seen = [await progressOf(actor)]
    for (const lesson of ['lectia-1-1', 'lectia-1-2', 'lectia-1-2', 'lectia-2-1', 'lectia-2-2']) {
      await recordReading(world, actor, { courseSlug: slug, lessonSlug: lesson })
      seen.push(await progressOf(actor))
    }
    await handIn(world, actor, slug, 'verificare-2')
    seen.push(await progressOf(actor))
    await handIn(world, actor, slug, 'verificare-1')
    seen.push(await progressOf(actor))
    expect(seen.map((progress) => progress?.percent)).toEqual([0, 16, 33, 33, 50, 66, 83, 100])
    expect(await progressOf(other)).toEqual({ done: 0, total: 6, percent: 0 })
  })

  test('lists what is missing, and nothing exactly when the certificate is there', async () => {
    const actor = await createLearner()
    const own = async () => (await findCourseView(world, actor, slug))?.own
    expect((await own())?.missing.map((unit) => unit.slug)).toEqual(['lectia-1-1', 'lectia-1-2', 'verificare-1', 'lectia-2-1', 'lectia-2-2', 'verificare-2'])
    expect((await own())?.certificate).toBeNull()
    await takeCourse(world, actor, slug)
    expect(await own()).toMatchObject({ state: 'completed', missing: [], next: null, progress: { percent: 100 }, certificate: { validUntil: null, isRenewable: false } })
  })

  test('leads from a lesson to what is missing next', async () => {
    const actor = await createLearner()
    await recordReading(world, actor, { courseSlug: slug, lessonSlug: 'lectia-1-2' })
    expect(await recordReading(world, actor, { courseSlug: slug, lessonSlug: 'lectia-1-1' })).toMatchObject({ ok: true, value: { kind: 'quiz', slug: 'verificare-1' } })
  })

  test('is refused for a lesson that the course has not, and to strangers', async () => {
    const actor = await createLearner()
    expect(await recordReading(world, actor, { courseSlug: slug, lessonSlug: 'nimic' })).toEqual({ ok: false, refusal: 'no-lesson' })
    expect(await recordReading(world, await createTeacher(world), { courseSlug: slug, lessonSlug: 'lectia-1-1' })).toEqual({ ok: false, refusal: 'not-enrolled' })
  })
})

describe('a result', () => {
  test('is found by who made the attempt alone', async () => {
    const actor = await createLearner()
    await handIn(world, actor, slug, 'verificare-1')
    expect(await findAttemptResult(world, await createLearner(), { ...first, attempt: 1 })).toBeNull()
    expect(await findAttemptResult(world, await createTeacher(world), { ...first, attempt: 1 })).toBeNull()
    expect(await findAttemptResult(world, actor, { ...first, attempt: 2 })).toBeNull()
  })

  test('of the last attempt leads to the certificate', async () => {
    const actor = await createTeacher(world)
    await takeCourse(world, actor, slug)
    expect(await findAttemptResult(world, actor, { courseSlug: slug, quizSlug: 'verificare-2', attempt: 1 })).toMatchObject({ next: { kind: 'certificate' } })
  })

  test('keeps its points exactly', async () => {
    const actor = await createLearner()
    const { id } = await getEnrolment(world, actor, slug)
    await handIn(world, actor, slug, 'verificare-1')
    expect(await world.db.attempt.findFirstOrThrow({ where: { enrolmentId: id } })).toMatchObject({ points: 5, maxPoints: 5, passed: true })
  })
})
