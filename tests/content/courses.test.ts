// The courses of this repository: without faults, and every lesson of them drawn as what a reader may be shown.
import { expect, test } from 'vitest'
import { listDifferences, type Tally } from '#app/core/catalogue/tally.ts'
import { checkCourses } from '#app/features/catalogue/check-courses.server.ts'
import { countCourse } from '#app/features/catalogue/count-course.server.ts'
import { readCourseFolders } from '#app/features/catalogue/read-course-folders.server.ts'

const folders = await readCourseFolders('courses')
const checked = [...(await checkCourses(folders, [])).values()]

test('no course has a fault', () => {
  expect(checked.flatMap(({ faults }) => faults)).toEqual([])
  expect(checked.length).toBeGreaterThan(0)
})

const texts = checked.flatMap(({ course }) => course?.modules ?? []).flatMap(({ lessons }) => lessons.flatMap(({ key, texts }) => texts.map((text) => ({ name: `${key} (${text.locale})`, ...text, html: [text.html, ...text.blocks.flatMap((block) => (block.kind === 'checklist' ? block.items : block.prompt))].join('') }))))

test('every lesson is there in Romanian and in English', () => {
  const lessons = checked.flatMap(({ course }) => course?.modules ?? []).flatMap((module) => module.lessons)
  for (const { key, texts } of lessons) expect(texts.map(({ locale }) => locale).toSorted(), key).toEqual(['en', 'ro'])
})

test('Romanian and English have as many lessons, figures, questions, variants and situations', () => {
  expect(folders.flatMap((folder) => listDifferences(countCourse(folder), ['ro', 'en']).map((difference) => `${folder.name}: ${difference}`))).toEqual([])
})

test('what a language lacks or has too much is told', () => {
  const ro: Tally = { module: 'm', locale: 'ro', lessons: 2, words: 900, figures: 1, questions: 5, variants: 2, open: 1, situations: 0 }
  expect(listDifferences([ro, { ...ro, locale: 'en', words: 1_000 }], ['ro', 'en'])).toEqual([])
  expect(listDifferences([ro, { ...ro, locale: 'en', lessons: 1, open: 2 }], ['ro', 'en'])).toEqual(['m: lessons 1 in en, 2 in ro', 'm: open 2 in en, 1 in ro'])
  expect(listDifferences([{ ...ro, figures: 0, variants: 0, open: 0 }], ['ro', 'sv'])).toEqual(['m: lessons 0 in sv, 2 in ro', 'm: questions 0 in sv, 5 in ro'])
})

test.each(texts)('$name needs no style, no script and no other site', ({ html }) => {
  expect(html).not.toMatch(/<(script|style|iframe|form|input|object|embed|base|meta|link)\b/i)
  expect(html).not.toMatch(/\s(style|on\w+|align)=/i)
  expect(html).not.toMatch(/\ssrc="(?!\/[^/])/i)
})

test.each(texts)('$name is an outline that can be followed', ({ html }) => {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!)
  expect(new Set(ids).size).toBe(ids.length)
  const pointed = [...html.matchAll(/\s(?:aria-labelledby="|href="#)([^"]*)"/g)].map(([, id]) => decodeURIComponent(id!))
  for (const id of pointed) expect(ids).toContain(id)
  expect(html).not.toMatch(/<(th|h[1-6]|a|li|p)[^>]*>\s*<\/\1>/)
})
