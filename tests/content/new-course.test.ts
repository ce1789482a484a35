// A new course is without faults from its first minute, and is made only under a name and an identity that nobody has.
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { checkCourses } from '#app/features/catalogue/check-courses.server.ts'
import { createCourse, type NewCourse } from '#app/features/catalogue/create-course.server.ts'
import { readCourseFolders } from '#app/features/catalogue/read-course-folders.server.ts'
import { courseFolder } from '#tests/factories/course-files.ts'

const folder = courseFolder()
const create = (changes: Partial<NewCourse> = {}) => createCourse({ folder, model: 'commands/new-course', slug: 'lectii-in-aer-liber', id: 'LA', title: 'Lecții „afară”: #1 \\ "sus"', ...changes })

test('it has a lesson and a quiz in Romanian and English, and neither a fault nor a warning', async () => {
  const made = await create()
  expect(made).toEqual({
    files: ['course.yaml', 'en/01-primul-modul/01-prima-lectie.mdx', 'en/01-primul-modul/questions.quiz.yaml', 'ro/01-primul-modul/01-prima-lectie.mdx', 'ro/01-primul-modul/questions.quiz.yaml'].map((file) => `${folder}/lectii-in-aer-liber/${file}`),
  })
  const [checked] = [...(await checkCourses(await readCourseFolders(folder), [])).values()]
  expect([checked!.faults, checked!.warnings]).toEqual([[], []])
  const title = 'Lecții „afară”: #1 \\ "sus"'
  expect(checked!.course).toMatchObject({ id: 'LA', slug: 'lectii-in-aer-liber', title: { ro: title, en: title }, countsTowardIndicator: false })
  expect(checked!.course!.modules.map(({ key, lessons, quiz }) => [key, lessons.map((lesson) => lesson.key), quiz.key])).toEqual([['LA-1', ['LA-1.1'], 'LA-1-quiz']])
  for (const { texts } of checked!.course!.modules[0]!.lessons) expect(texts.map(({ locale }) => locale).toSorted()).toEqual(['en', 'ro'])
})

test.each([
  [{}, 'lectii-in-aer-liber is the name of '],
  [{ slug: 'alta' }, 'LA is the identity of '],
  [{ slug: 'alta', id: 'la' }, 'la is the identity of '],
  [{ slug: 'Lecții afară', id: 'LB' }, '"Lecții afară" cannot be a course\'s name'],
  [{ slug: '../alta', id: 'LB' }, '"../alta" cannot be a course\'s name'],
  [{ slug: 'alta', id: 'L B' }, '"L B" cannot be an identity'],
  [{ slug: 'alta', id: 'LB', title: 'Lecţii' }, 'The title: "ţ" is written with a cedilla. Write "ț", with a comma below.'],
  [{ slug: 'alta', id: 'LB', title: ' ' }, 'The title is empty'],
  [{ slug: 'alta', id: 'LB', title: 'Una\nDouă' }, 'The title is empty or has several lines'],
])('%o is refused with a sentence, and nothing is made', async (changes, refusal) => {
  const made = await create(changes)
  expect(made).toEqual({ refusal: expect.stringContaining(refusal) as string })
  expect(fs.readdirSync(folder)).toEqual(['lectii-in-aer-liber'])
})

test('a file of that name is not written over', async () => {
  fs.writeFileSync(`${folder}/fisier`, 'al meu')
  expect(await create({ slug: 'fisier', id: 'LF' })).toEqual({ refusal: `${folder}/fisier is there already: choose another name.` })
  expect(fs.readFileSync(`${folder}/fisier`, 'utf8')).toBe('al meu')
})
