// A lesson in which one looks, chooses, ticks and writes: by keyboard, with and without a script, for a stranger and for who is enrolled.
import type { Page } from '@playwright/test'
import { checkPage, expect, test } from './fixtures.ts'

const COURSE = '/courses/pedagogie-digitala'
const LESSON = `${COURSE}/lessons/obiectiv-dovada-activitate-instrument`

async function enrolNewTeacher(page: Page): Promise<void> {
  await page.goto('/signup')
  await page.fill('[name=name]', 'Maria Ionescu')
  await page.fill('[name=email]', `maria-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`)
  await page.fill('[name=password]', 'o parolă lungă de probă')
  await page.click('main button[type=submit]')
  await page.goto(COURSE)
  await page.click('form[action$="/enrolment"] button')
}

test('a stranger chooses by keyboard, one way at a time, and starts over', async ({ page }) => {
  await page.goto(LESSON)
  const scenario = page.locator('.lesson-scenario').first()
  const [first, second] = [scenario.locator('> details').nth(0), scenario.locator('> details').nth(1)]
  await first.locator('> summary').focus()
  await page.keyboard.press('Enter')
  await expect(first).toHaveAttribute('open', '')
  await first.locator('details > summary').first().focus()
  await page.keyboard.press('Space')
  await expect(first.locator('details').first()).toHaveAttribute('open', '')
  await checkPage(page)
  for (const choice of await scenario.locator('summary:visible').all()) expect((await choice.boundingBox())!.height).toBeGreaterThanOrEqual(44)

  await second.locator('> summary').press('Enter')
  await expect(second).toHaveAttribute('open', '')
  await expect(first).not.toHaveAttribute('open', '')
  await second.locator('> summary').press('Enter')
  await expect(second).not.toHaveAttribute('open', '')
})

test('a stranger sees drawings by their name, and lists and questions without fields', async ({ page }) => {
  await page.goto(LESSON)
  await expect(page.locator('.lesson-figure').getByRole('img')).toHaveAccessibleName(/^Patru casete/)
  await expect(page.locator('#checklist-1 li')).toHaveCount(5)
  await expect(page.locator('article input, article textarea, article button')).toHaveCount(0)
  await expect(page.locator('#reflection-1 .lesson-hint')).toBeVisible()
})

test('what a teacher ticks and writes is there when they come back', async ({ page, javaScriptEnabled }) => {
  await enrolNewTeacher(page)
  await page.goto(LESSON)
  await checkPage(page)
  const [boxes, note] = [page.locator('#checklist-1'), page.locator('#reflection-1')]
  for (const box of await boxes.locator('label').all()) expect((await box.boundingBox())!.height).toBeGreaterThanOrEqual(44)
  await boxes.getByRole('checkbox').nth(2).check()
  if (javaScriptEnabled) await expect(boxes.getByRole('status')).toContainText(/^Salvat la \d\d:\d\d\.$/)
  else {
    await boxes.getByRole('button').click()
    await expect(page).toHaveURL(`${LESSON}#checklist-1`)
  }
  await note.getByRole('textbox').fill('Întâi obiectivul.\nApoi restul.')
  if (javaScriptEnabled) await expect(note.getByRole('status')).toContainText(/^Salvat la \d\d:\d\d\.$/)
  else await note.getByRole('button').click()

  await page.goto(LESSON)
  await expect(boxes.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await expect(boxes.getByRole('checkbox').nth(2)).toBeChecked()
  await expect(note.getByRole('textbox')).toHaveValue('Întâi obiectivul.\nApoi restul.')
  await expect(note.getByRole('status')).toContainText('Salvat la')
  await checkPage(page)

  await page.emulateMedia({ media: 'print' })
  await expect(note.locator('.lesson-note')).toBeVisible()
  await expect(note.locator('.lesson-note')).toHaveText('Întâi obiectivul.\nApoi restul.')
  await expect(note.getByRole('textbox')).toBeHidden()
  await expect(page.locator('.lesson-scenario .lesson-outcome').first()).toBeVisible()
})

test('a text that is too long is refused beside its field and stays in it', async ({ page }) => {
  await enrolNewTeacher(page)
  await page.goto(LESSON)
  const note = page.locator('#reflection-1')
  const long = 'prea lung '.repeat(450)
  // A browser stops at the limit of its own accord: this is one that does not.
  await note.getByRole('textbox').evaluate((field) => field.removeAttribute('maxlength'))
  await note.getByRole('textbox').fill(long)
  await note.getByRole('button').click()
  await expect(note.getByRole('alert')).toContainText('4.000')
  await expect(note.getByRole('textbox')).toHaveValue(long)
  await expect(note.getByRole('textbox')).toHaveAccessibleDescription(/4\.000 de caractere/)
  await checkPage(page)
})

test('a term leads to what it means and back', async ({ page }) => {
  await page.goto('/courses/igiena-cibernetica/lessons/anatomia-unui-mesaj-fals')
  await page.locator('.lesson-term a').first().click()
  await expect(page).toHaveURL(/#word-1$/)
  await expect(page.locator('#word-1')).toBeInViewport()
  await page.locator('#word-1 a').click()
  await expect(page.locator('#word-use-1')).toBeInViewport()
  await checkPage(page)
})
