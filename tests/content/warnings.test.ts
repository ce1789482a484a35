// What could be better in a course is named where it stands, and keeps nothing from being published.
import fs from 'node:fs'
import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { isFairlyDeclared, measureMinutes } from '#app/core/catalogue/lesson-minutes.ts'
import { palette } from '#app/core/catalogue/palette.ts'
import { measureLix, sentencesOf } from '#app/core/catalogue/readability.ts'
import { openPages } from '#app/core/catalogue/site-addresses.ts'
import { checkAddresses } from '#app/features/catalogue/check-addresses.server.ts'
import { checkCourses } from '#app/features/catalogue/check-courses.server.ts'
import { readCourseFolders } from '#app/features/catalogue/read-course-folders.server.ts'
import { courseFiles, courseFolder, lessonFile, writeCourse } from '#tests/factories/course-files.ts'

const long = 'Elevii lucrează, iar profesoara trece printre bănci și ascultă, apoi le cere să schimbe între ei caietele, să citească ce a scris celălalt, să spună ce ar face altfel și să arate pe ce se sprijină.'

test('warnings are told apart from faults, and the course is drawn', async () => {
  const folder = courseFolder()
  const body = `- Scurt. **${long}**\n\n<Activity title="Perechi" minutes="20">\n\nElevii lucrează în perechi.\n\n</Activity>`
  writeCourse(folder, 'curs-de-proba', { ...courseFiles(), 'ro/01-inceput/01-lectia.mdx': lessonFile({ id: 'TC-1.1', slug: 'lectia-1', body }) })
  const [checked] = [...(await checkCourses(await readCourseFolders(folder), [])).values()]
  expect(checked!.faults).toEqual([])
  expect(checked!.course).not.toBeNull()
  expect(checked!.warnings.map(({ file, line, column, message }) => `${file.slice(folder.length + 1)}:${line}:${column} ${message}`)).toEqual([
    'curs-de-proba/course.yaml:16:26 "activity" is 25 minutes; the module\'s lessons hold <Activity> for 20.',
    'curs-de-proba/ro/01-inceput/01-lectia.mdx:9:3 The lesson is hard to read: LIX 54.',
    'curs-de-proba/ro/01-inceput/01-lectia.mdx:9:12 The sentence has 36 words.',
    'curs-de-proba/ro/01-inceput/02-lectia.mdx:11:1 The lesson is hard to read: LIX 56.',
  ])
})

test('LIX is words per sentence and long words per hundred', () => {
  const sentences = sentencesOf({ text: 'Ana are mere. Dr. e o scurtare, iar propozițiile se numără.', parts: [{ line: 3, column: 5, at: 0 }] }, 'ro')
  expect(sentences.map(({ column, words }) => [column, words.length])).toEqual([[5, 3], [19, 8]])
  // 11 words in 2 sentences; "scurtare" and "propozițiile" have more than six letters.
  expect(measureLix(sentences)).toBeCloseTo(11 / 2 + (100 * 2) / 11)
  expect(measureLix([])).toBe(0)
})

test('minutes are those of reading and doing', () => {
  expect(measureMinutes(900, [])).toBe(9)
  expect(measureMinutes(900, ['Situation', 'Steps', 'Example', 'Checklist', 'Remember', 'Tomorrow'])).toBe(18)
  expect(measureMinutes(20, [])).toBe(1)
  // An activity's minutes are the module's.
  expect(measureMinutes(900, Object.keys(palette).filter((name) => name === 'Activity'))).toBe(9)
  for (const [declared, measured, isFair] of [[20, 20, true], [20, 12, true], [20, 11.9, false], [20, 33.3, true], [20, 33.4, false]] as const) expect(isFairlyDeclared(declared, measured), `${declared} for ${measured}`).toBe(isFair)
})

test('every open page is an address of the site', () => {
  const addresses = routes.map(({ path, index }) => (index ? '/' : `/${path}`))
  expect(openPages.filter((page) => !addresses.includes(page))).toEqual([])
})

test('an image that would take long to arrive is a fault', async () => {
  const folder = courseFolder()
  for (const [name, bytes] of [['mare.png', 60_001], ['mica.png', 60_000]] as const) fs.writeFileSync(`${folder}/${name}`, Buffer.alloc(bytes))
  const images = ['/mare.png', '/mica.png', '/../mica.png', '/lipsa.png'].map((address, index) => ({ address, kind: 'image' as const, line: index + 1, column: 1 }))
  const faults = await checkAddresses(images, () => null, 'ro', folder)
  expect(faults.map(({ line, message }) => `${line} ${message}`)).toEqual(['1 The image has 60001 bytes.', '4 There is no image at /lipsa.png.'])
})
