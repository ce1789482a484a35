// A preview shows a course with the pages of the built site, as it is on paper too, and every fault beside what it is a fault of.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '#app/platform/embedded-postgres-programs.server.ts'
import { childEnvironment, variables } from '#app/platform/env.server.ts'
import { createPreview } from '#commands/preview-site.ts'
import { readPreview, type Preview } from '#commands/preview-state.ts'
import { supervise, type Supervised } from '#commands/supervise.ts'
import { courseFiles, courseFolder, lessonFile, writeCourse } from '#tests/factories/course-files.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const SLUG = 'curs-de-proba'
const LESSON = `/courses/${SLUG}/lessons/lectia-1`

const world = await openTestWorld()
const folder = courseFolder()
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-preview-test-'))
const unset = Object.fromEntries(variables.map((name) => [name, '']))
let web: Supervised
let site: string
let current: Preview

let ask: (path: string) => Promise<Response>

const read = async (address: string) => {
  const answer = await ask(address)
  expect(answer.status, address).toBe(200)
  return await answer.text()
}

beforeAll(async () => {
  const port = String(await freePort())
  site = `http://127.0.0.1:${port}`
  web = supervise('web', ['commands/built.mjs', 'web'], childEnvironment({ ...unset, PORT: port, DATABASE_URL: world.databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))
  writeCourse(folder, SLUG, { ...courseFiles(), 'ro/01-inceput/02-lectia.mdx': lessonFile({ id: 'TC-1.2', slug: 'lectia-2', body: '<Steps>' }), 'note.txt': 'x' })
  await web.ready
  current = await readPreview(world, { folder, slug: SLUG, site, revision: 1 })
  const app = createPreview(() => current, site)
  ask = async (address) => await app.request(address)
}, 120_000)

afterAll(async () => {
  await web.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

test('every lesson is listed with its minutes, what it weighs in each language, and its faults', async () => {
  const page = await read('/preview')
  expect(page).toContain('2 faults keep the course from being published')
  expect(page).toMatch(/note\.txt:1:1 This is no file of a course/)
  for (const link of ['/preview/lectia-1?lang=ro', '/preview/lectia-1?lang=en', '/preview/lectia-2?lang=ro']) expect(page).toContain(`href="${link}"`)
  expect(current.lessons.map(({ faults }) => faults.length)).toEqual([0, 1])
  const weights = current.lessons[0]!.weights
  expect(Object.keys(weights)).toEqual(['ro', 'en'])
  expect(weights.ro!.total).toBe(weights.ro!.html + weights.ro!.css + weights.ro!.fonts)
})

test('a lesson is framed on a phone, without JavaScript, on paper and wide', async () => {
  const page = await read('/preview/lectia-1?lang=en')
  const frames = [...page.matchAll(/<iframe title="([^"]+)" src="([^"]+)" width="(\d+)" height="740"( sandbox="[^"]+")?>/g)].map(([, , address, width, sandbox]) => [address, width, sandbox?.includes('allow-scripts')])
  expect(frames).toEqual([
    [`/as/en/screen${LESSON}`, '360', undefined],
    [`/as/en/screen${LESSON}`, '360', false],
    [`/as/en/print${LESSON}`, '720', undefined],
    [`/as/en/screen${LESSON}`, '1280', undefined],
  ])
})

test('what is framed is the page of the site itself, in the language asked for', async () => {
  const framed = await ask(`/as/en/screen${LESSON}`)
  expect(framed.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  const direct = await (await fetch(`${site}${LESSON}`, { headers: { cookie: 'lang=en' } })).text()
  expect(await framed.text()).toBe(direct)
  expect(direct).toContain('Pupils work in pairs')
  expect(await read(`/as/ro/screen${LESSON}`)).toContain('Elevii lucrează')
})

test('on paper the rules of paper hold', async () => {
  const [, sheet] = /<link rel="stylesheet" href="([^"]+)"/.exec(await read(`/as/ro/print${LESSON}`))!
  expect(sheet).toMatch(/^\/preview\/print\.css\?of=/)
  const css = await read(sheet!)
  expect(css).not.toContain('@media print')
  expect(css.length).toBeGreaterThan(5_000)
})

test('a lesson that cannot be drawn says why, at its line', async () => {
  const fault = /02-lectia\.mdx:9:1 Expected a closing tag/
  expect(await read('/preview/lectia-2?lang=ro')).toMatch(fault)
  expect(await read(`/as/ro/screen/courses/${SLUG}/lessons/lectia-2`)).toMatch(fault)
})

test('what is changed is shown, with a number that tells pages to load again', async () => {
  expect(await read('/preview/revision')).toBe('1')
  writeCourse(folder, SLUG, courseFiles())
  current = await readPreview(world, { folder, slug: SLUG, site, revision: 2 })
  expect(await read('/preview/revision')).toBe('2')
  expect(await read('/preview')).toContain('No faults: the course can be published')
  expect(await read(`/as/ro/screen/courses/${SLUG}/lessons/lectia-2`)).toContain('Elevii lucrează')
})

test('what is not there is not there, and a course that is none is told', async () => {
  expect((await ask('/preview/nimic')).headers.get('location')).toBe('/preview')
  expect((await ask(`/as/fr/screen${LESSON}`)).status).toBe(404)
  expect((await ask('/courses/nimic')).status).toBe(404)
  await expect(readPreview(world, { folder, slug: 'nimic', site, revision: 1 })).rejects.toThrow('There is no course in')
})
