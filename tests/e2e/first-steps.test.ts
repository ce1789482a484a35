// What a stranger meets: the first page, its languages, and an address that leads nowhere.
import { checkPage, expect, test } from './fixtures.ts'

const headings = {
  ro: 'Învață când ai timp. Dovedește când ți se cere.',
  en: 'Learn when you have time. Prove it when you are asked.',
}

test('the first page is Romanian, stays in the language that is chosen, and leads to the courses', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ro')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headings.ro)
  await checkPage(page)

  for (const [locale, name] of [['sv', 'Svenska'], ['en', 'English']] as const) {
    await page.getByRole('button', { name }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await checkPage(page)
  }
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headings.en)

  await page.locator('main a[href="/courses"]').click()
  await expect(page).toHaveURL(/\/courses$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await checkPage(page)
})

test('a browser that asks for Swedish is answered in Swedish', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL!, locale: 'sv-SE' })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
  await context.close()
})

test('an address that leads nowhere is a 404 that says so and leads back', async ({ page }) => {
  const answer = await page.goto('/nu-exista')
  expect(answer?.status()).toBe(404)
  await expect(page).toHaveTitle(/Catedra/)
  await checkPage(page)
  await page.locator('main a[href="/"]').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headings.ro)
})

test('the keyboard skips to what the page is about', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.locator('a.skip-link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#content$/)
})
