// Teachers who learn, through the same use cases as the pages.
import type { Actor } from '#app/core/access/can.ts'
import { arrange } from '#app/core/assessment/arrange.ts'
import type { AnswerKey, Response } from '#app/core/assessment/question.ts'
import { fillSheet } from '#app/core/assessment/sheet.ts'
import { findQuiz, lessonsOf, quizzesOf } from '#app/core/catalogue/outline.ts'
import { getAnswerKeys } from '#app/features/catalogue/get-answer-keys.server.ts'
import { getVersion } from '#app/features/catalogue/get-version.server.ts'
import { enrolTeacher } from '#app/features/learning/enrol-teacher.server.ts'
import { recordReading } from '#app/features/learning/record-reading.server.ts'
import { submitAttempt, type Submission } from '#app/features/learning/submit-attempt.server.ts'
import type { TestWorld } from '#tests/setup/world.ts'
import { createActor } from './person.ts'

export async function createTeacher(world: TestWorld, name = 'Ana Popescu'): Promise<Actor> {
  return await createActor(world, 'teacher', name)
}

/** @throws when the enrolment is refused */
export async function enrol(world: TestWorld, actor: Actor, courseSlug: string): Promise<void> {
  const enrolled = await enrolTeacher(world, actor, courseSlug)
  if (!enrolled.ok) throw new Error(`enrolling in ${courseSlug} was refused: ${enrolled.refusal}`)
}

export async function getEnrolment(world: TestWorld, actor: Actor, courseSlug: string): Promise<{ id: string; versionId: string }> {
  return await world.db.enrolment.findFirstOrThrow({ where: { personId: actor.personId, course: { slug: courseSlug } }, orderBy: { round: 'desc' }, select: { id: true, versionId: true } })
}

/** Long enough; no open answer is wrong. */
export const OPEN_ANSWER = 'Aș începe cu o singură clasă și aș nota ce a mers.\nApoi aș cere elevilor să spună ce i-a ajutat și ce aș putea lăsa deoparte data viitoare.'

function rightResponse(key: AnswerKey): Response {
  switch (key.type) {
    case 'single':
      return { type: 'single', choice: key.right }
    case 'multiple':
      return { type: 'multiple', choices: key.right }
    case 'matching':
      return { type: 'matching', pairs: key.right }
    case 'ordering':
      return { type: 'ordering', order: key.right }
    case 'numeric':
      return { type: 'numeric', value: key.right, typed: String(key.right).replace('.', ',') }
    case 'open':
      return { type: 'open', text: OPEN_ANSWER }
  }
}

/** A wrong answer to questions of a known shape: another choice, everything, all on one, backwards, a number far off. */
function wrongResponse(key: AnswerKey, other: (not: string) => string): Response {
  switch (key.type) {
    case 'single':
      return { type: 'single', choice: other(key.right) }
    case 'multiple':
      return { type: 'multiple', choices: [other('')].filter((id) => !key.right.includes(id)) }
    case 'matching':
      return { type: 'matching', pairs: Object.fromEntries(Object.entries(key.right).map(([left, right]) => [left, other(right)])) }
    case 'ordering':
      return { type: 'ordering', order: key.right.toReversed() }
    case 'numeric':
      return { type: 'numeric', value: 999, typed: '999' }
    case 'open':
      return { type: 'open', text: OPEN_ANSWER }
  }
}

/** The form of an attempt as a browser would post it, filled in rightly or wrongly throughout. */
export async function fillIn(world: TestWorld, actor: Actor, courseSlug: string, quizSlug: string, attempt: number, how: 'right' | 'wrong'): Promise<URLSearchParams> {
  const enrolment = await getEnrolment(world, actor, courseSlug)
  const version = await getVersion(world, enrolment.versionId)
  const quiz = findQuiz(version, quizSlug)?.quiz
  if (!quiz) throw new Error(`no quiz ${quizSlug}`)
  const keys = await getAnswerKeys(world, version.id, quiz.key)
  const arranged = arrange(quiz.questions, { enrolmentId: enrolment.id, quizKey: quiz.key, attempt })
  const responses = new Map<string, Response>()
  for (const { key, face } of arranged) {
    const answerKey = keys.get(key)
    if (!answerKey) throw new Error(`question ${key} has no key`)
    const choices = face.type === 'matching' ? face.right : face.type === 'single' || face.type === 'multiple' ? face.choices : []
    const isRight = (id: string) => answerKey.type === 'multiple' && answerKey.right.includes(id)
    const other = (not: string) => choices.find(({ id }) => id !== not && !isRight(id))?.id ?? ''
    responses.set(key, how === 'right' ? rightResponse(answerKey) : wrongResponse(answerKey, other))
  }
  const fields = new URLSearchParams({ attempt: String(attempt) })
  for (const [name, values] of Object.entries(fillSheet(arranged, responses))) for (const value of values) fields.append(name, value)
  return fields
}

export async function handIn(world: TestWorld, actor: Actor, courseSlug: string, quizSlug: string, how: 'right' | 'wrong' = 'right', attempt = 1): Promise<Submission> {
  return await submitAttempt(world, actor, { courseSlug, quizSlug, attempt, fields: await fillIn(world, actor, courseSlug, quizSlug, attempt, how) })
}

export async function readLessons(world: TestWorld, actor: Actor, courseSlug: string): Promise<void> {
  const { versionId } = await getEnrolment(world, actor, courseSlug)
  for (const { slug } of lessonsOf(await getVersion(world, versionId))) await recordReading(world, actor, { courseSlug, lessonSlug: slug })
}

/** Enrols, reads every lesson and hands in every quiz with the right answers: the course is completed and its certificate recorded. */
export async function takeCourse(world: TestWorld, actor: Actor, courseSlug: string): Promise<void> {
  await enrol(world, actor, courseSlug)
  await readLessons(world, actor, courseSlug)
  const { versionId } = await getEnrolment(world, actor, courseSlug)
  for (const { slug } of quizzesOf(await getVersion(world, versionId))) await handIn(world, actor, courseSlug, slug)
}
