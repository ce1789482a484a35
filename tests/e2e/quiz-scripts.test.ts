// What the scripts of a quiz add: answers keep themselves, and an order is made by moving.
import type { Locator, Page } from '@playwright/test'
import { checkPage, expect, signUp, test } from './fixtures.ts'

const COURSE = '/courses/pedagogie-digitala'

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without scripts there is nothing to see')

/** The first quiz of the course that shows this, open. */
async function openQuizWith(page: Page, selector: string): Promise<Locator> {
  await signUp(page, 'Ioana Mureșan')
  await page.goto(COURSE)
  await page.click('form[action$="/enrolment"] button')
  await page.goto(COURSE)
  const quizzes = await page.locator('main a[href*="/quizzes/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
  for (const quiz of quizzes) {
    await page.goto(quiz)
    const found = page.locator(selector).first()
    if ((await found.count()) > 0) return found
  }
  throw new Error(`No quiz of ${COURSE} shows ${selector}`)
}

async function expectSaved(page: Page): Promise<void> {
  const status = page.locator('.draft-status')
  await expect(status).toHaveText((await status.getAttribute('data-saved'))!)
}

test('what is typed is kept by itself, and there after a reload', async ({ page }) => {
  const text = await openQuizWith(page, 'form.answer-sheet textarea')
  await text.pressSequentially('Mâine încep cu obiectivul')
  await text.press('Enter')
  await text.pressSequentially('și cu o singură clasă.')
  await expectSaved(page)
  await page.reload()
  await expect(page.locator('form.answer-sheet textarea').first()).toHaveValue('Mâine încep cu obiectivul\nși cu o singură clasă.')
})

test('what is typed is kept when the page is left at once', async ({ page }) => {
  const text = await openQuizWith(page, 'form.answer-sheet textarea')
  const quiz = page.url()
  await text.fill('Scris în grabă')
  await page.goto(COURSE)
  await expect(async () => {
    await page.goto(quiz)
    await expect(page.locator('form.answer-sheet textarea').first()).toHaveValue('Scris în grabă', { timeout: 500 })
  }).toPass({ timeout: 10_000 })
})

test('Enter in a field keeps what is typed and hands in nothing', async ({ page }) => {
  const number = await openQuizWith(page, 'form.answer-sheet input[type=text]')
  const quiz = page.url()
  await number.fill('12')
  await number.press('Enter')
  await expectSaved(page)
  expect(page.url()).toBe(quiz)
  await expect(page.locator('.error-summary, .result')).toHaveCount(0)
  await expect(number).toHaveValue('12')
})

test('items are moved with buttons and boxes, both in step, and stay so', async ({ page }) => {
  const list = await openQuizWith(page, '[data-ordering]')
  const items = list.locator('> li')
  const names = async () => (await items.locator('label').allInnerTexts()).map((name) => name.trim())
  const places = () => items.locator('select').evaluateAll((boxes) => boxes.map((box) => (box as HTMLSelectElement).value))
  const [first, second, ...rest] = await names()
  const inOrder = [first, second, ...rest].map((_, at) => String(at + 1))
  await checkPage(page)

  const down = items.nth(0).getByRole('button').last()
  await down.focus()
  await page.keyboard.press('Enter')
  expect(await names()).toEqual([second, first, ...rest])
  expect(await places()).toEqual(inOrder)
  await expect(items.nth(1).getByRole('button').last()).toBeFocused()
  await expect(list.locator('+ [role=status]')).toHaveText(new RegExp(`2 din ${inOrder.length}$`))

  await items.nth(0).getByRole('button').first().click()
  expect(await names(), 'the first goes no higher').toEqual([second, first, ...rest])

  await items.nth(0).locator('select').selectOption({ label: String(inOrder.length) })
  expect(await names()).toEqual([first, ...rest, second])
  expect(await places()).toEqual(inOrder)

  await expectSaved(page)
  await page.reload()
  expect(await names()).toEqual([first, ...rest, second])
  expect(await places()).toEqual(inOrder)
})
