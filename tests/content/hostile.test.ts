// Lessons and quizzes written to run code, to read files or to exhaust the machine: refused with a line, and nothing of them runs.
import { afterEach, expect, test } from 'vitest'
import { checkCourses } from '#app/features/catalogue/check-courses.server.ts'
import { readCourseFolders } from '#app/features/catalogue/read-course-folders.server.ts'
import { readLesson } from '#app/features/catalogue/read-lesson.server.ts'
import { readYaml } from '#app/features/catalogue/read-yaml.server.ts'
import { inspectLesson, renderLesson } from '#app/platform/mdx.server.ts'
import { courseFiles, courseFolder, filler, lessonFile, writeCourse } from '#tests/factories/course-files.ts'

const canary: string[] = []
Object.assign(globalThis, { canary: (from: string) => canary.push(from) })

afterEach(() => {
  expect(canary.splice(0), 'nothing of what an author wrote was run').toEqual([])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

const heads: [string, string][] = [
  ['---js', '---js\nglobalThis.canary("js")\n---\n'],
  ['---javascript', '---javascript\nglobalThis.canary("javascript")\n---\n'],
  ['--- JS', '--- JS\nglobalThis.canary("JS")\n---\n'],
  ['---coffee', '---coffee\ntitle: globalThis.canary("coffee")\n---\n'],
  ['---json', '---json\n{ "id": "TC-1.1" }\n---\n'],
  ['a space after ---', '--- \nid: TC-1.1\n---\n'],
  ['a byte order mark and ---js', '\ufeff---js\nglobalThis.canary("bom")\n---\n'],
  ['an empty line before ---js', '\n---js\nglobalThis.canary("line")\n---\n'],
]

test.each(heads)('a head that begins with %s is refused on line 1', async (_name, head) => {
  const source = `${head}\n${filler('ro')}`
  const { faults, head: read } = readLesson(Buffer.from(source))
  expect(read).toBeNull()
  expect(faults).toContainEqual(expect.objectContaining({ line: 1, column: 1 }))
  // And if it came to the compiler as it is, it would still not be run.
  await renderLesson(source, 'ro').catch(() => {})
})

test.each([
  ['!!js/function', 'title: !!js/function "function () { globalThis.canary() }"'],
  ['an anchor and aliases', 'a: &a [x]\ntitle: [*a, *a]'],
  ['a merge of an alias', 'a: &a { x: 1 }\ntitle: { <<: *a }'],
])('a head with %s is refused', (_name, yaml) => {
  const { faults } = readLesson(Buffer.from(lessonFile().replace('title: Prima lecție', yaml)))
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.every(({ line }) => line >= 4 && line <= 5)).toBe(true)
})

test('a name that all objects have is a field like any other that is not known', () => {
  const { faults } = readLesson(Buffer.from(lessonFile().replace('title:', '__proto__: { polluted: true }\nconstructor: x\ntitle:')))
  expect(faults.map(({ line, message }) => `${line} ${message}`)).toEqual(['4 "__proto__" is not a field here.', '5 "constructor" is not a field here.'])
})

test('a bomb of aliases is refused at each of them before anything is built of it', () => {
  const bomb = ['a0: &a0 [x, x]', ...Array.from({ length: 40 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`)].join('\n')
  const { value, faults } = readYaml(bomb)
  expect(value).toBeUndefined()
  expect(faults).toHaveLength(41 + 40 * 9)
})

test('YAML nested without end is one fault', () => {
  expect(readYaml(`a: ${'['.repeat(20_000)}`).faults).toEqual([expect.objectContaining({ line: 1, message: 'This is nested too deep.' })])
})

const bodies: [string, string][] = [
  ['an import of a file', "import secret from '/etc/passwd'"],
  ['an import of an address', "import 'data:text/javascript,globalThis.canary()'"],
  ['an export', 'export const x = globalThis.canary()'],
  ['an export of a component', 'export default function Lesson() { return globalThis.canary() }'],
  ['an expression', '{globalThis.canary()}'],
  ['the environment', '{process.env.DATABASE_URL}'],
  ['an expression in a line', 'Ceva {globalThis.canary()} altceva.'],
  ['an endless loop', '{(() => { for (;;) {} })()}'],
  ['an import in an expression', "{import('node:fs')}"],
  ['a comment', '{/* globalThis.canary() */}'],
  ['an attribute that is an expression', '<Term name={globalThis.canary()}>x</Term>'],
  ['an attribute that is a template', '<Term name={`x`}>x</Term>'],
  ['spread attributes', '<Term {...globalThis.canary()}>x</Term>'],
  ['inner HTML', '<Term name="x" dangerouslySetInnerHTML={{ __html: "<script>globalThis.canary()</script>" }}>x</Term>'],
  ['inner HTML by spread', '<Term {...{ dangerouslySetInnerHTML: { __html: "<b>" } }}>x</Term>'],
  ['a script', '<script>globalThis.canary()</script>'],
  ['a script with an address', '<script src="https://example.org/x.js" />'],
  ['a frame', '<iframe src="https://example.org" />'],
  ['a form', '<form action="https://example.org"><input name="password" /></form>'],
  ['a base', '<base href="https://example.org/" />'],
  ['a style', '<style>@import url(https://example.org)</style>'],
  ['an image with a handler', '<img src="x" onError="globalThis.canary()" />'],
  ['a link with a script', '<a href="javascript:globalThis.canary()">x</a>'],
  ['an unknown tag with a handler', '<x-a onfocus="globalThis.canary()" tabindex="0" autofocus>x</x-a>'],
  ['a handler on a component', '<Term name="x" onfocus="globalThis.canary()">x</Term>'],
  ['a class, an id and a style', '<Term name="x" className="masthead" id="content" style="position:fixed">x</Term>'],
  ['a member of an object', '<globalThis.canary />'],
  ['a member of a component', '<Term.constructor name="x">x</Term.constructor>'],
  ['a name with a namespace', '<svg:script>x</svg:script>'],
  ['a name that all objects have', '<constructor name="x">x</constructor>'],
  ['the prototype', '<__proto__ name="x">x</__proto__>'],
  ['the wrapper of all lessons', '<MDXLayout>x</MDXLayout>'],
  ['a script behind a link', '[x](javascript:globalThis.canary())'],
  ['a script behind a link, disguised', '[x](java&#x0A;script:globalThis.canary())'],
  ['a script behind a link, in capitals', '[x](JaVaScRiPt:globalThis.canary())'],
  ['a script behind a link, after a sign that is not seen', '[x](&#x1;javascript:globalThis.canary())'],
  ['a script behind an automatic link', '[x](vbscript:x)'],
  ['data behind a link', '[x](data:text/html,x)'],
  ['an address without a scheme', '[x](//example.org)'],
  ['an address without a scheme, turned around', '[x](/\\example.org)'],
  ['a link with a password', '[x](https://catedra.example@example.org/)'],
  ['an image that tells who reads', '![x](https://example.org/x.gif)'],
  ['an image that is data', '![x](data:image/svg+xml,x)'],
  ['an HTML comment', '<!-- globalThis.canary() -->'],
  ['a doctype', '<!doctype html>'],
]

test.each(bodies)('%s is refused on its line', async (_name, body) => {
  const source = `${'\n'.repeat(6)}Un rând.\n\n${body}\n`
  const { faults } = inspectLesson(source)
  expect(faults).toContainEqual(expect.objectContaining({ line: 9 }))
  await expect(renderLesson(source, 'ro')).rejects.toThrow('not a lesson')
})

const LONG = 15_000

test.each([
  ['brackets', '['.repeat(LONG)],
  ['links', '[a]('.repeat(LONG)],
  ['emphasis', '*a_'.repeat(LONG)],
  ['quotations', '> '.repeat(LONG)],
  ['lists', '- '.repeat(LONG)],
  ['numbered lists', '1. '.repeat(LONG)],
  ['components', `${'<Steps>'.repeat(3_000)}x`],
  ['braces', '{'.repeat(LONG)],
  ['ticks', '`a'.repeat(LONG)],
  ['table columns', `|${'a|'.repeat(3_000)}\n|${'-|'.repeat(3_000)}\n|b|`],
  ['addresses', 'www.a.b '.repeat(6_000)],
  ['definitions', Array.from({ length: 4_000 }, (_, n) => `[a${n}]: x`).join('\n')],
])('%s without end are refused within a second', (_name, body) => {
  const begun = performance.now()
  expect(inspectLesson(body).faults).toEqual([expect.objectContaining({ line: expect.any(Number) as number })])
  expect(performance.now() - begun).toBeLessThan(1_000)
})

test('nesting that a parser bears is refused where it becomes too deep', () => {
  const { faults } = inspectLesson(`${'> '.repeat(60)}x`)
  expect(faults).toContainEqual({ line: 1, column: expect.any(Number) as number, message: 'This is nested too deep.', cure: expect.any(String) as string })
})

test('a table that would be drawn with more cells than it was written with is refused', () => {
  const { faults } = inspectLesson(`|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}\n${'|b|\n'.repeat(200)}`)
  expect(faults).toContainEqual(expect.objectContaining({ line: 1, message: 'The table has more than 1000 cells.' }))
})

test('a file larger than any lesson is not read', () => {
  expect(readLesson(Buffer.alloc(70_000, 'a')).faults).toEqual([expect.objectContaining({ line: 1, message: 'The file has 70000 bytes.' })])
})

test('a link to a file elsewhere is no file of a course', async () => {
  const folder = courseFolder()
  writeCourse(folder, 'curs-de-proba', courseFiles())
  const { symlinkSync } = await import('node:fs')
  symlinkSync('/etc/passwd', `${folder}/curs-de-proba/ro/01-inceput/03-parole.mdx`)
  const [checked] = (await checkCourses(await readCourseFolders(folder), [])).values()
  expect(checked?.faults).toEqual([expect.objectContaining({ file: `${folder}/curs-de-proba/ro/01-inceput/03-parole.mdx`, line: 1 })])
})
