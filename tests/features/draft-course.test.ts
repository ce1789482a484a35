// A course that is being written is shown as far as it can be; what cannot be drawn says why in its place.
import { expect, test } from 'vitest'
import { openAddressBook } from '#app/features/catalogue/address-book.server.ts'
import { draftCourse } from '#app/features/catalogue/draft-course.server.ts'
import { publishDraft } from '#app/features/catalogue/publish-draft.server.ts'
import { readCourseFolders } from '#app/features/catalogue/read-course-folders.server.ts'
import { useWorld } from '#app/platform/http/world.server.ts'
import { courseFiles, courseFolder, lessonFile, writeCourse, type CourseFiles } from '#tests/factories/course-files.ts'
import { openSite, visitor } from '#tests/setup/site.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
useWorld(world)
const site = await openSite('learning')
const folder = courseFolder()
const SLUG = 'curs-de-proba'

/** The course with these files changed, or away where they are null. */
async function draft(changes: Record<string, string | null>) {
  const files = Object.entries({ ...courseFiles(), ...changes }).filter((file): file is [string, string] => file[1] !== null)
  writeCourse(folder, SLUG, Object.fromEntries(files) as CourseFiles)
  const folders = await readCourseFolders(folder)
  const drafted = await draftCourse(folders[0]!, openAddressBook(folders))
  if (drafted.course) await publishDraft(world, drafted.course)
  return drafted
}

const read = (lesson: string, locale: 'ro' | 'en' = 'ro') => site.read(`/courses/${SLUG}/lessons/${lesson}`, visitor(locale))
const LESSON = 'ro/01-inceput/01-lectia.mdx'
const QUIZZES = { 'ro/01-inceput/questions.quiz.yaml': null, 'en/01-inceput/questions.quiz.yaml': null }

test('a course without faults is drawn as it will be', async () => {
  const { faults, lessons } = await draft({})
  expect(faults).toEqual([])
  expect(lessons).toEqual([1, 2].map((number) => ({ slug: `lectia-${number}`, title: `Lecția ${number}`, minutes: 5, measuredMinutes: 4, files: { ro: `${folder}/${SLUG}/ro/01-inceput/0${number}-lectia.mdx`, en: `${folder}/${SLUG}/en/01-inceput/0${number}-lectia.mdx` } })))
  expect(await read('lectia-1')).toContain('Elevii lucrează în perechi')
  expect(await read('lectia-1', 'en')).toContain('Pupils work in pairs')
})

test('a lesson that cannot be drawn shows its faults, each at its line, and the others are drawn', async () => {
  await draft({ [LESSON]: lessonFile({ id: 'TC-1.1', slug: 'lectia-1', body: '{process.env.PATH} <script>alert(1)</script>\n\n*\n\n<Steps>' }) })
  const page = await read('lectia-1')
  expect(page).toContain('nu poate fi arătată încă')
  expect(page).toContain(`${folder}/${SLUG}/${LESSON}:`)
  expect(page).not.toContain('<script>alert(1)')
  expect(page).not.toContain('Elevii lucrează')
  expect(await read('lectia-2')).toContain('Elevii lucrează')
  expect(await read('lectia-1', 'en')).toContain('Pupils work in pairs')
})

test('a lesson with faults that keep it from nobody is drawn', async () => {
  const { faults } = await draft({ [LESSON]: lessonFile({ id: 'TC-1.1', slug: 'lectia-1', body: '[unde?](/nicaieri)' }), ...QUIZZES })
  expect(faults.map(({ file, message }) => `${file.slice(folder.length + SLUG.length + 2)} ${message}`)).toEqual([
    'en/01-inceput/questions.quiz.yaml The file is missing, though the course is written in en.',
    'ro/01-inceput/01-lectia.mdx Nothing on this site answers to /nicaieri.',
    'ro/01-inceput/questions.quiz.yaml The file is missing, though the course is written in ro.',
  ])
  expect(await read('lectia-1')).toContain('Elevii lucrează')
})

test.each([
  ['has no head', 'Fără cap.', '01-inceput-01-lectia'],
  ['is not YAML at its head', '---\nid: [\n---\n\nText.', '01-inceput-01-lectia'],
  ['has the address of another', lessonFile({ id: 'TC-1.1', slug: 'lectia-2' }), 'lectia-2'],
  ['has the identity of another', lessonFile({ id: 'TC-1.2', slug: 'lectia-1' }), 'lectia-1'],
])('a lesson that %s has a page all the same', async (_what, text, slug) => {
  const { lessons, faults } = await draft({ [LESSON]: text })
  expect(faults.length).toBeGreaterThan(0)
  expect(lessons[0]!.slug).toBe(slug)
  expect(new Set(lessons.map((lesson) => lesson.slug)).size).toBe(2)
  for (const lesson of lessons) expect(await read(lesson.slug)).toContain('<article')
})

test('a translation that is missing is read in Romanian', async () => {
  await draft({ 'en/01-inceput/01-lectia.mdx': null })
  expect(await read('lectia-1', 'en')).toContain('Elevii lucrează în perechi')
})

test('without course.yaml there is nothing to draw, and that is told', async () => {
  const { course, faults } = await draft({ 'course.yaml': null })
  expect(course).toBeNull()
  expect(faults.map(({ message }) => message)).toContain('The file is missing.')
})
