// Whole courses as a teacher takes them, one in each language: every lesson is read, every test failed and then passed, the
// certificate held. And every lesson of every course, as a stranger reads it.
import fs from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import { checkPage, expect, signUp, test } from './fixtures.ts'
import { fillSheet, readQuestions } from './right-answers.ts'

const languages = {
  ro: { project: 'js-off', browser: 'ro-RO', course: 'lectii-accesibile' },
  en: { project: 'js-on', browser: 'en-GB', course: 'igiena-cibernetica' },
} as const
type Language = keyof typeof languages

const courses = fs.readdirSync('courses', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

async function handIn(page: Page, course: string, language: Language, wrongly: boolean): Promise<void> {
  await fillSheet(page, readQuestions(course, language), { wrongly })
  await page.locator('form.answer-sheet button[type=submit]').first().click()
  await expect(page.locator(`.result[data-tone=${wrongly ? 'due' : 'done'}]`)).toBeVisible()
}

/** From the first lesson to the certificate. */
async function takeCourse(page: Page, course: string, language: Language): Promise<{ lessons: number; quizzes: number }> {
  await page.goto(`/courses/${course}`)
  await page.click('form[action$="/enrolment"] button')
  await page.locator('main a.button[href*="/lessons/"]').click()
  const count = { lessons: 0, quizzes: 0 }
  while (!page.url().endsWith('/certificates')) {
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    if (page.url().includes('/lessons/')) {
      // As somebody enrolled sees it; the others are looked at below.
      if (count.lessons < 3) await checkPage(page)
      count.lessons += 1
      await page.click('form[action$="/reading"] button')
      continue
    }
    expect(page.url()).toContain('/quizzes/')
    count.quizzes += 1
    await handIn(page, course, language, true)
    await page.locator('.next-step a.button').click()
    await handIn(page, course, language, false)
    await page.locator('.next-step a.button').click()
  }
  return count
}

/** What the course's page lists. */
async function listUnits(page: Page, course: string, kind: 'lesson' | 'quiz' | 'range'): Promise<string[]> {
  await page.goto(`/courses/${course}`)
  return await page.locator(`.unit[data-kind=${kind}] a`).evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
}

async function openContext(language: Language, open: (options: { locale: string }) => Promise<BrowserContext>): Promise<Page> {
  return await (await open({ locale: languages[language].browser })).newPage()
}

for (const language of ['ro', 'en'] as const) {
  const { project, course } = languages[language]

  test(`a whole course is taken in ${language}, from the first lesson to the certificate`, async ({ browser, baseURL, viewport, javaScriptEnabled }) => {
    test.skip(test.info().project.name !== project, `in ${project}; the journey takes another in all`)
    test.setTimeout(480_000)
    const page = await openContext(language, (options) => browser.newContext({ ...options, baseURL: baseURL!, viewport, javaScriptEnabled }))
    await signUp(page, 'Ilinca Șerban')
    const taken = await takeCourse(page, course, language)
    expect(taken).toEqual({ lessons: (await listUnits(page, course, 'lesson')).length, quizzes: (await listUnits(page, course, 'quiz')).length })
    await page.goto('/certificates')
    await expect(page.locator('a[href*="/verify/"]').first()).toBeVisible()

    for (const range of await listUnits(page, course, 'range')) {
      await page.goto(range)
      await checkPage(page)
      for (const hidden of await page.locator('.mock details').all()) await hidden.locator('summary').click()
      await handIn(page, course, language, false)
      await expect(page.locator('.score')).toContainText('100')
      await checkPage(page)
    }
    await page.context().close()
  })
}

test('every lesson of every course shuts nobody out', async ({ browser, baseURL, viewport }) => {
  test.skip(test.info().project.name !== 'js-on', 'the same text with scripts and without')
  test.setTimeout(480_000)
  const readers = [await openContext('ro', (options) => browser.newContext({ ...options, baseURL: baseURL!, viewport })), await openContext('en', (options) => browser.newContext({ ...options, baseURL: baseURL!, viewport }))]
  for (const course of courses) {
    const lessons = await listUnits(readers[0]!, course, 'lesson')
    expect(lessons.length).toBeGreaterThan(0)
    // The drawings and components are the same in both languages: each reader looks at every other lesson.
    await Promise.all(
      readers.map(async (page, turn) => {
        for (const lesson of lessons.filter((_, at) => at % readers.length === turn)) {
          await page.goto(lesson)
          await expect(page.locator('article.lesson')).toHaveAttribute('lang', turn === 0 ? 'ro' : 'en')
          await checkPage(page)
        }
      }),
    )
  }
  await Promise.all(readers.map((page) => page.context().close()))
})
