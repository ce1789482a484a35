// Open questions and variants as they are published, and what of them an editorial change may change.
import { expect, test } from 'vitest'
import '#app/features/catalogue/check-courses.server.ts'
import { findCourse } from '#app/features/catalogue/find-course.server.ts'
import { getAnswerKeys } from '#app/features/catalogue/get-answer-keys.server.ts'
import { publishCourses, type Publication } from '#app/features/catalogue/publish-courses.server.ts'
import { courseFiles, courseFolder, furtherQuestions, quizFile, writeCourse } from '#tests/factories/course-files.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
const folder = courseFolder()

async function publish(change: 'material' | 'editorial', questions: Parameters<typeof furtherQuestions>[0]): Promise<Publication> {
  const quiz = (locale: 'ro' | 'en') => quizFile({ locale, more: furtherQuestions({ ...questions, locale }) })
  writeCourse(folder, 'curs-de-proba', { ...courseFiles({ change }), 'ro/01-inceput/questions.quiz.yaml': quiz('ro'), 'en/01-inceput/questions.quiz.yaml': quiz('en') })
  return await publishCourses(world, folder)
}

test('a rubric is shown in the order written, and what earns its points is part of the key', async () => {
  expect(await publish('material', {})).toMatchObject({ published: 1, faults: [] })
  const version = (await findCourse(world, 'curs-de-proba'))!
  const [open, variant] = version.modules[0]!.quiz.questions.slice(5)
  expect(open).toMatchObject({ variantOf: null, face: { passPoints: 2, rubric: [{ id: 'tool', points: 2, text: { ro: 'Alege instrumentul', en: 'Alege instrumentul (en)' } }, { id: 'goal', points: 1 }] } })
  expect(JSON.stringify(open)).not.toContain('cheie')
  expect(variant).toMatchObject({ key: 'TC-1-q7', variantOf: 'TC-1-q5' })
  const keys = await getAnswerKeys(world, version.id, 'TC-1-quiz')
  expect(keys.get('TC-1-q6')).toMatchObject({ type: 'open', full: { goal: { en: 'cheie: fiindcă așa este (en)' } } })
})

test('an editorial change of the points of a criterion is a fault, and one of its words is none', async () => {
  await publish('material', {})
  expect((await publish('editorial', { points: 3 })).faults.map(({ message }) => message)).toEqual([
    '"change" is editorial, but question TC-1-q6 (open, goal 1, tool 3, passed with 2) is new; question TC-1-q6 (open, goal 1, tool 2, passed with 2) is gone.',
  ])
  expect(await publish('editorial', { mark: 'altfel spus' })).toEqual({ published: 1, unchanged: 0, faults: [] })
})
