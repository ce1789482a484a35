// What a lesson costs who pays for every megabyte: the pages of all courses, as the built site sends them.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lessonsOf } from '#app/core/catalogue/outline.ts'
import { locales } from '#app/core/kernel/locale.ts'
import { findCourse } from '#app/features/catalogue/find-course.server.ts'
import { listCourses } from '#app/features/catalogue/list-courses.server.ts'
import { publishCourses } from '#app/features/catalogue/publish-courses.server.ts'
import { freePort } from '#app/platform/embedded-postgres-programs.server.ts'
import { childEnvironment, variables } from '#app/platform/env.server.ts'
import { fontsFor, HEAVIEST_PAGE_BYTES, weighPage, type Assets } from '#commands/page-weight.ts'
import { supervise, type Supervised } from '#commands/supervise.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-weight-'))
const unset = Object.fromEntries(variables.map((name) => [name, '']))
let web: Supervised
let url: string

beforeAll(async () => {
  const port = String(await freePort())
  url = `http://127.0.0.1:${port}`
  web = supervise('web', ['commands/built.mjs', 'web'], childEnvironment({ ...unset, PORT: port, DATABASE_URL: world.databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))
  await Promise.all([web.ready, publishCourses(world, 'courses')])
}, 120_000)

afterAll(async () => {
  await web.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

async function listPages(): Promise<string[]> {
  const courses = await listCourses(world, 'ro')
  const versions = await Promise.all(courses.map(({ slug }) => findCourse(world, slug)))
  return versions.flatMap((version) => [`/courses/${version!.slug}`, ...lessonsOf(version!).map(({ slug }) => `/courses/${version!.slug}/lessons/${slug}`)])
}

test('no page of a course weighs more than 60 kB with its styles and fonts, in any language', async () => {
  const pages = await listPages()
  expect(pages.length).toBeGreaterThan(20)
  const heavy: string[] = []
  const assets: Assets = new Map()
  for (const locale of locales) {
    for (const page of pages) {
      const { html, css, fonts, total } = await weighPage(`${url}${page}`, `lang=${locale}`, assets)
      expect(Math.min(html, css, fonts), page).toBeGreaterThan(1_000)
      if (total > HEAVIEST_PAGE_BYTES) heavy.push(`${page} (${locale}): ${total} bytes, of which HTML ${html}, styles ${css}, fonts ${fonts}`)
    }
  }
  expect(heavy).toEqual([])
}, 120_000)

test('only fonts that have a sign of the page are counted', () => {
  const css = '@font-face{font-family:A;src:url("/a.woff2") format("woff2");unicode-range:U+20-7E,U+A?}@font-face{src:url(/ext.woff2);unicode-range: U+0100-017F, U+218}@font-face{src:local(x)}'
  expect(fontsFor('abc', css)).toEqual(['/a.woff2'])
  expect(fontsFor('ș', css)).toEqual([])
  expect(fontsFor('Ș', css)).toEqual(['/ext.woff2'])
  expect(fontsFor('\u00a0ă', css)).toEqual(['/a.woff2', '/ext.woff2'])
})
