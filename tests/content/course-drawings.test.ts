// Drawings of a course: each with its licence, in every language, shown by a lesson; every fault where it stands.
import { expect, test } from 'vitest'
import { checkCourses } from '#app/features/catalogue/check-courses.server.ts'
import { readCourseFolders } from '#app/features/catalogue/read-course-folders.server.ts'
import { courseFiles, courseFolder, lessonFile, writeCourse, type CourseFiles } from '#tests/factories/course-files.ts'

const folder = courseFolder()
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 120"><rect class="accent" width="9" height="9"/></svg>'
const entry = (name: string) => `assets:\n  "01-inceput/${name}": { licence: CC-BY-4.0, authors: ["Ana Țurcanu", "Echipa Catedra"] }\n`
const figure = (name: string) => `<Figure file="${name}" alt="Un pătrat.">\n\nUn pătrat, nimic mai mult.\n\n</Figure>`

/** The small course, with one drawing that its first lesson shows, and whatever else is given. */
function files({ yaml = entry('patrat.svg'), body = figure('patrat.svg'), ...others }: { yaml?: string; body?: string; more?: CourseFiles } = {}): CourseFiles {
  const course = courseFiles()
  const lesson = (locale: 'ro' | 'en') => lessonFile({ id: 'TC-1.1', slug: 'lectia-1', title: locale === 'ro' ? 'Lecția 1' : 'Lesson 1', locale, body })
  return {
    ...course,
    'course.yaml': `${course['course.yaml']}${yaml}`,
    'ro/01-inceput/01-lectia.mdx': lesson('ro'),
    'en/01-inceput/01-lectia.mdx': lesson('en'),
    'ro/01-inceput/patrat.svg': svg,
    'en/01-inceput/patrat.svg': svg,
    ...others.more,
  }
}

async function check(course: CourseFiles) {
  writeCourse(folder, 'curs-de-proba', course)
  const [checked] = (await checkCourses(await readCourseFolders(folder), [])).values()
  return { course: checked!.course, faults: checked!.faults.map(({ file, line, column, message }) => `${file.slice(folder.length + '/curs-de-proba/'.length)}:${line}:${column} ${message}`) }
}

test('a drawing is drawn in its lesson with its words and whose it is', async () => {
  const { course, faults } = await check(files())
  expect(faults).toEqual([])
  const [text] = course!.modules[0]!.lessons[0]!.texts
  expect(text!.html).toContain('<figure class="lesson-figure"><div><svg viewBox="0 0 360 120" class="drawing" role="img" aria-label="Un pătrat." focusable="false">')
  expect(text!.html).toContain('<figcaption><p>Un pătrat, nimic mai mult.</p><p class="lesson-credit">Ana Țurcanu, Echipa Catedra, CC BY 4.0</p></figcaption></figure>')
})

test.each([
  ['nobody said whose it is', files({ yaml: '' }), ['en/01-inceput/patrat.svg:1:1 course.yaml does not say whose the drawing is.', 'ro/01-inceput/patrat.svg:1:1 course.yaml does not say whose the drawing is.']],
  ['an entry without a drawing', files({ yaml: `${entry('patrat.svg')}  "01-inceput/cerc.svg": { licence: CC0-1.0, authors: ["X"] }\n` }), ['course.yaml:21:3 There is no drawing 01-inceput/cerc.svg.']],
  ['an entry without authors', files({ yaml: 'assets:\n  "01-inceput/patrat.svg": { licence: CC-BY-4.0 }\n' }), ['course.yaml:20:28 "assets.01-inceput/patrat.svg.authors" is missing.']],
  ['an entry that names no drawing', files({ yaml: `${entry('patrat.svg')}  "../secret.svg": { licence: CC0-1.0, authors: ["X"] }\n` }), ['course.yaml:21:3 "../secret.svg" cannot be a name here.']],
  ['a lesson that shows what is not there', files({ body: `${figure('patrat.svg')}\n\n${figure('cerc.svg')}` }), ['en/01-inceput/01-lectia.mdx:15:1 There is no drawing cerc.svg in 01-inceput in this language.', 'ro/01-inceput/01-lectia.mdx:15:1 There is no drawing cerc.svg in 01-inceput in this language.']],
  ['a drawing of another module', files({ body: `${figure('patrat.svg')}\n\n${figure('../patrat.svg')}` }), expect.arrayContaining(['ro/01-inceput/01-lectia.mdx:15:9 "file" of <Figure> is "../patrat.svg".'])],
  ['a drawing that no lesson shows', files({ body: '' }), ['en/01-inceput/patrat.svg:1:1 No lesson shows the drawing.', 'ro/01-inceput/patrat.svg:1:1 No lesson shows the drawing.']],
  ['a drawing with a fault', files({ more: { 'en/01-inceput/patrat.svg': svg.replace('class', 'style') } }), ['en/01-inceput/patrat.svg:1:63 <rect> has an attribute "style".']],
  ['a drawing that is too large', files({ more: { 'en/01-inceput/patrat.svg': svg.replace('><rect', `>${' '.repeat(20_480)}<rect`) } }), ['en/01-inceput/patrat.svg:1:1 The drawing has 20591 bytes.']],
  ['a drawing with a sign that only looks right', files({ more: { 'ro/01-inceput/patrat.svg': svg.replace('<rect', '<desc>ş</desc><rect') } }), ['ro/01-inceput/patrat.svg:1:69 "ş" is written with a cedilla.']],
  ['a name that is not one', files({ more: { 'ro/01-inceput/Patrat_2.svg': svg } }), ['ro/01-inceput/Patrat_2.svg:1:1 The name is not that of a lesson or a drawing.']],
  ['a picture of dots', files({ more: { 'ro/01-inceput/patrat.png': 'PNG' } }), ['ro/01-inceput/patrat.png:1:1 This is no file of a course.']],
])('%s', async (_name, course, faults) => {
  const checked = await check(course)
  expect(checked.faults).toEqual(faults)
  expect(checked.course).toBeNull()
})

test('a drawing is due in every language', async () => {
  const { 'en/01-inceput/patrat.svg': _, ...course } = files()
  expect((await check(course)).faults).toEqual([
    'en/01-inceput/01-lectia.mdx:9:1 There is no drawing patrat.svg in 01-inceput in this language.',
    'en/01-inceput/patrat.svg:1:1 The file is missing, though the course is written in en.',
  ])
})
