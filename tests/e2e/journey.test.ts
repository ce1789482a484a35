// The main job, end to end, as a teacher, a stranger and an analyst do it: sign up, say where one teaches, enrol, read, fail,
// pass, hold a certificate, have it verified, and be counted. No page on the way has an axe violation.
import type { Page } from '@playwright/test'
import { checkPage, expect, signIn, signUp, test } from './fixtures.ts'
import { fillSheet, readQuestions } from './right-answers.ts'

const COURSE = 'pedagogie-digitala'
const HOLDER = 'Ștefania Țîrlea-Bănățeanu'
const questions = readQuestions(COURSE, 'ro')

/** The exact figure as the analyst's page is fed. */
async function countCertified(analyst: Page): Promise<number> {
  const answer = await analyst.request.get('/api/v1/indicators/teacher-training')
  expect(answer.status()).toBe(200)
  return ((await answer.json()) as { national: { certified: number } }).national.certified
}

async function shownCertified(analyst: Page): Promise<number> {
  const text = await analyst.locator('[data-figure=certified]').innerText()
  return Number(text.replace(/\D/g, ''))
}

async function enterPost(page: Page): Promise<void> {
  await page.goto('/profile')
  await checkPage(page)
  await page.click('main a[href="/profile/post"]')
  await checkPage(page)
  await page.selectOption('[name=county]', 'RO-VS')
  await page.click('main form[action="/profile/post"] button')
  await checkPage(page)
  await page.locator('.school-list li', { hasText: 'Rural' }).first().locator('a').click()
  await checkPage(page)
  await page.selectOption('[name=level]', 'primary')
  await page.click('main form[method=post] button[type=submit]')
  await expect(page.locator('[role=status]')).toBeVisible()
}

/** Reads on from where the page says, handing in what is asked, until the last quiz is reached. Looks at every page of the first module. */
async function learnUntilLastQuiz(page: Page): Promise<void> {
  await page.goto(`/courses/${COURSE}`)
  await checkPage(page)
  await page.click('form[action$="/enrolment"] button')
  const lastQuiz = (await page.locator('main a[href*="/quizzes/"]').last().getAttribute('href'))!
  await page.locator('main a.button[href*="/lessons/"]').click()
  let failedOnce = false
  for (let step = 0; step < 60; step++) {
    if (page.url().includes('/lessons/')) {
      if (!failedOnce) await checkPage(page)
      await page.click('form[action$="/reading"] button')
      continue
    }
    expect(page.url()).toContain('/quizzes/')
    if (page.url().endsWith(lastQuiz)) return
    const isFirst = !failedOnce
    if (isFirst) {
      await checkPage(page)
      await handInEmpty(page)
      await failAndRetry(page)
      failedOnce = true
    }
    await fillSheet(page, questions)
    await page.locator('form.answer-sheet button[type=submit]').first().click()
    await expect(page.locator('.result[data-tone=done]')).toBeVisible()
    if (isFirst) {
      await checkPage(page)
      await assessOwnAnswer(page)
    }
    await page.locator('.next-step a.button').click()
  }
  throw new Error('The course has no end')
}

/** The first choice for each criterion of the open question is none of its points. */
async function assessOwnAnswer(page: Page): Promise<void> {
  const form = page.locator('form.own-assessment').first()
  for (const criterion of await form.locator('select').all()) await criterion.selectOption({ index: 1 })
  await form.locator('button').click()
  await expect(page.locator('form.own-assessment [role=status]')).toContainText('Total: 0')
  await checkPage(page)
}

async function handInEmpty(page: Page): Promise<void> {
  await page.locator('form.answer-sheet button[type=submit]').first().click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await checkPage(page)
}

async function failAndRetry(page: Page): Promise<void> {
  await fillSheet(page, questions, { wrongly: true })
  // Ordering and matching are right; without the rest that is not enough.
  await page.locator('form.answer-sheet button[type=submit]').first().click()
  await expect(page.locator('.result[data-tone=due]')).toBeVisible()
  await checkPage(page)
  await page.locator('.next-step a.button').click()
}

test('a teacher passes a course, is certified, verified and counted', async ({ page, browser, baseURL, viewport, javaScriptEnabled }) => {
  test.setTimeout(300_000)
  const analystContext = await browser.newContext({ baseURL: baseURL!, viewport, javaScriptEnabled, locale: 'ro-RO' })
  const analyst = await analystContext.newPage()
  await signIn(analyst, 'analyst')

  await signUp(page, HOLDER)
  await enterPost(page)
  await page.goto('/courses')
  await checkPage(page)
  await learnUntilLastQuiz(page)

  await analyst.goto('/ministry')
  await checkPage(analyst)
  const before = await countCertified(analyst)
  expect(await shownCertified(analyst)).toBe(before)

  await fillSheet(page, questions)
  await page.locator('form.answer-sheet button[type=submit]').first().click()
  const answered = Date.now()
  await expect(page.locator('.result[data-tone=done]')).toBeVisible()
  await expect
    .poll(
      async () => {
        if (!javaScriptEnabled) await analyst.goto('/ministry')
        return shownCertified(analyst)
      },
      { timeout: 5_000 - (Date.now() - answered), intervals: [200] },
    )
    .toBe(before + 1)
  await checkPage(page)
  await page.locator('.next-step a.button').click()

  await expect
    .poll(
      async () => {
        await page.goto('/certificates')
        return page.locator('a[href$=".pdf"]').count()
      },
      { timeout: 20_000 },
    )
    .toBe(1)
  await checkPage(page)

  const verify = (await page.locator('a[href*="/verify/"]').first().getAttribute('href'))!
  const strangerContext = await browser.newContext({ baseURL: baseURL!, viewport, javaScriptEnabled, locale: 'ro-RO' })
  const stranger = await strangerContext.newPage()
  await stranger.goto(verify)
  await checkPage(stranger)
  await expect(stranger.locator('.verdict[data-status=valid]')).toBeVisible()
  await expect(stranger.locator('main')).toContainText(HOLDER)
  await expect(stranger.locator('main')).not.toContainText('@')
  const pdf = await stranger.request.get((await stranger.locator('a[href$=".pdf"]').getAttribute('href'))!)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  const credential = await stranger.request.get(verify.replace('/verify/', '/credentials/'))
  expect(credential.headers()['content-type']).toContain('application/vc+jwt')
  expect((await credential.text()).split('.')).toHaveLength(3)

  await analystContext.close()
  await strangerContext.close()
})

test('an administrator revokes a certificate, and page and indicator follow', async ({ page, browser, baseURL, viewport, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'the same forms as everywhere; once is enough')
  await signIn(page, 'teacher')
  await page.goto('/certificates')
  const verify = (await page.locator('a[href*="/verify/"]').first().getAttribute('href'))!
  const serial = verify.split('/').at(-1)!
  const context = await browser.newContext({ baseURL: baseURL!, viewport, locale: 'ro-RO' })
  const admin = await context.newPage()
  await signIn(admin, 'admin')
  const before = await countCertified(admin)
  await admin.goto(`/admin/certificates/${serial}`)
  await checkPage(admin)
  await admin.selectOption('[name=reason]', 'error')
  await admin.locator('[name=effect][value=void], select[name=effect]').first().evaluate((field) => {
    if (field instanceof HTMLSelectElement) field.value = 'void'
    else (field as HTMLInputElement).checked = true
  })
  await admin.fill('[name=note]', 'Certificat emis din greșeală, pentru probă.')
  await admin.click('form[action$="/revocation"] button[type=submit]')
  await admin.goto(verify)
  await expect(admin.locator('.verdict[data-status=revoked]')).toBeVisible()
  await checkPage(admin)
  await expect.poll(() => countCertified(admin), { timeout: 5_000 }).toBe(before - 1)
  await context.close()
})
