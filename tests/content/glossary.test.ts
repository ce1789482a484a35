// The glossary of all courses: checked for itself and against the terms that lessons use, and known by what it says.
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { checkCourses } from '#app/features/catalogue/check-courses.server.ts'
import { listUnusedEntries } from '#app/features/catalogue/check-glossary.server.ts'
import { isSameContent, isSameSource, readCourseFolders } from '#app/features/catalogue/read-course-folders.server.ts'
import { courseFiles, courseFolder, lessonFile, writeCourse } from '#tests/factories/course-files.ts'

const folder = courseFolder()
const entry = (key: string, { ro = 'înșelăciune prin mesaje', en = 'fraud by message', says = 'Un mesaj fals.' } = {}) => `${key}:\n  term: { ro: "${ro}", en: "${en}" }\n  definition: { ro: "${says}", en: "A false message." }\n`

/** A course of which one lesson uses the term. */
async function read(glossary: string | null, { ro = 'înșelăciune prin mesaje', en = 'fraud by message' } = {}) {
  const lesson = (locale: 'ro' | 'en', name: string) => lessonFile({ id: 'TC-1.1', slug: 'lectia-1', title: 'L', locale, body: `Un rând cu <Term name="${name}">phishing</Term>.` })
  writeCourse(folder, 'curs-de-proba', { ...courseFiles(), 'ro/01-inceput/01-lectia.mdx': lesson('ro', ro), 'en/01-inceput/01-lectia.mdx': lesson('en', en) })
  fs.rmSync(`${folder}/glossary.yaml`, { force: true })
  if (glossary !== null) fs.writeFileSync(`${folder}/glossary.yaml`, glossary)
  return await readCourseFolders(folder)
}

async function faultsOf(glossary: string | null, names = {}): Promise<string[]> {
  const [checked] = [...(await checkCourses(await read(glossary, names), [])).values()]
  return checked!.faults.map(({ file, line, column, message }) => `${file.slice(folder.length + 1)}:${line}:${column} ${message}`)
}

const lesson = (locale: string) => `curs-de-proba/${locale}/01-inceput/01-lectia.mdx`

test('a lesson with a term that the glossary has is drawn with what it means', async () => {
  const [checked] = [...(await checkCourses(await read(entry('phishing')), [])).values()]
  expect(checked?.faults).toEqual([])
  const texts = checked!.course!.modules[0]!.lessons[0]!.texts
  expect(texts.map(({ html }) => />([^<]*) <a class="lesson-back"/.exec(html)?.[1]).toSorted()).toEqual(['A false message.', 'Un mesaj fals.'])
})

test.each([
  ['there is none', null, {}, [`${lesson('en')}:9:12 The glossary has no "fraud by message" in en.`, `${lesson('ro')}:9:12 The glossary has no "înșelăciune prin mesaje" in ro.`]],
  ['it has others', entry('spam', { ro: 'mesaj nedorit', en: 'unwanted message' }), {}, [`${lesson('en')}:9:12 The glossary has no "fraud by message" in en.`, `${lesson('ro')}:9:12 The glossary has no "înșelăciune prin mesaje" in ro.`]],
  ['the name is that of another language', entry('phishing'), { en: 'înșelăciune prin mesaje' }, [`${lesson('en')}:9:12 The glossary has no "înșelăciune prin mesaje" in en.`]],
  ['it is not in this language', 'phishing:\n  term: { ro: "înșelăciune prin mesaje" }\n  definition: { ro: "Un mesaj fals." }\n', {}, [`${lesson('en')}:9:12 The glossary has no "fraud by message" in en.`]],
  ['it is no mapping', '- phishing\n', {}, ['glossary.yaml:1:1 The file is not a mapping of terms.']],
  ['it is no YAML', 'phishing: [\n', {}, ['glossary.yaml:2:1 Flow sequence in block collection must be sufficiently indented and end with a ].']],
  ['it has a cedilla', entry('phishing', { says: 'Înşelăciune.' }), {}, ['glossary.yaml:3:24 "ş" is written with a cedilla.']],
  ['an entry says nothing', 'phishing:\n  term: { ro: "înșelăciune prin mesaje", en: "fraud by message" }\n', {}, ['glossary.yaml:2:3 "phishing.definition" is missing.']],
  ['an entry says nothing in one language', 'phishing:\n  term: { ro: "a", en: "b" }\n  definition: { ro: "c" }\n', {}, ['glossary.yaml:3:15 "phishing.definition" has no text in en, though the term has.']],
  ['an entry has a field of its own', `${entry('phishing')}  note: "x"\n`, {}, ['glossary.yaml:4:3 "phishing.note" is not a field here.']],
  ['a name is not one', entry('Phishing mail'), {}, ['glossary.yaml:1:1 "Phishing mail" cannot be a name here.']],
  ['a term stands there twice', `${entry('phishing')}${entry('spam', { en: 'spam' })}`, {}, ['glossary.yaml:5:15 "înșelăciune prin mesaje" is already the term of phishing.']],
])('when %s it is said where', async (_name, glossary, names, faults) => {
  expect(await faultsOf(glossary, names)).toEqual(faults)
})

test('an entry that no lesson uses is named', async () => {
  const unused = listUnusedEntries(await read(`${entry('phishing')}${entry('spam', { ro: 'mesaj nedorit', en: 'unwanted message' })}`))
  expect(unused.map(({ file, line, column, message }) => `${file.slice(folder.length + 1)}:${line}:${column} ${message}`)).toEqual(['glossary.yaml:4:1 No lesson uses the term "spam".'])
})

test('what a term means is part of the courses that use it, and of no other, and no change by their authors', async () => {
  writeCourse(folder, 'alt-curs', courseFiles({ id: 'AC', slug: 'alt-curs' }))
  const hashes = async (glossary: string) => (await read(glossary)).map(({ contentHash }) => contentHash)
  const [other, own] = await hashes(entry('phishing'))
  expect(await hashes(`# nou\n${entry('phishing')}${entry('spam', { ro: 'mesaj nedorit', en: 'unwanted message' })}`)).toEqual([other, own])
  const [sameOther, changed] = await hashes(entry('phishing', { says: 'Altceva.' }))
  expect(sameOther).toBe(other)
  expect(isSameContent(own!, changed!)).toBe(false)
  expect(isSameSource(own!, changed!)).toBe(true)
})

test('a glossary with a fault holds up the courses that use it alone', async () => {
  writeCourse(folder, 'alt-curs', courseFiles({ id: 'AC', slug: 'alt-curs' }))
  const checked = [...(await checkCourses(await read('phishing: [\n'), [])).values()]
  expect(checked.map(({ faults, course }) => [faults.length, course !== null])).toEqual([[0, true], [1, false]])
})
