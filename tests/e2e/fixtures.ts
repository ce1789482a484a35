// What every journey begins with: the site's address, a page that fails the test when it complains, and the check of a page.
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { DEMO_PASSWORD, demoAccounts } from '#prisma/seed/demo-accounts.ts'

export { expect }

/** A phone and a desk. */
const widths = [360, 1280]

/** WCAG 2.2 A and AA, and axe's own advice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Chromium says so of every answer that is not a 2xx, also where it is the right answer. */
const expectedComplaint = /^Failed to load resource: the server responded with a status of (401|403|404|409|410|422|429) /

export const test = base.extend({
  baseURL: async ({}, use) => use(process.env['SITE_URL']),
  page: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !expectedComplaint.test(message.text())) complaints.push(message.text())
    })
    await use(page)
    expect(complaints, 'the browser has nothing to complain about').toEqual([])
  },
})

/** Nothing on the page shuts anybody out, and nothing makes it scroll sideways. */
export async function checkPage(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled !== false) return check(page)
  // axe waits for timers, which a page without JavaScript has not: it looks at a copy that has them and no script of the site's.
  const context = await page.context().browser()!.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() })
  const copy = await context.newPage()
  const body = (await page.content()).replaceAll(/<\/?noscript>/g, '')
  await copy.route('**/*', (route) => {
    if (route.request().isNavigationRequest()) return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
    return route.request().resourceType() === 'script' ? route.abort() : route.continue()
  })
  await copy.goto(page.url())
  await check(copy)
  await context.close()
}

async function check(page: Page): Promise<void> {
  const before = page.viewportSize()!
  for (const width of widths) {
    await page.setViewportSize({ ...before, width })
    await checkAtWidth(page, `${page.url()}, ${width} px wide`)
  }
  await page.setViewportSize(before)
}

async function checkAtWidth(page: Page, where: string): Promise<void> {
  // Legacy mode looks at one document, and we have no frames; otherwise axe opens a page of its own for each page it looks at.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(rules).setLegacyMode().analyze()
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html }) => `${id}: ${help}: ${target.join(' ')}: ${html.slice(0, 200)}`))
  expect(found, `axe finds nothing at ${where}`).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, `nothing is wider than the window at ${where}`).toBeLessThanOrEqual(0)
}

export type DemoName = 'teacher' | 'trainer' | 'analyst' | 'admin'

/** Signs up through the form, as somebody who was never here. */
export async function signUp(page: Page, name: string): Promise<void> {
  await page.goto('/signup')
  await checkPage(page)
  await page.fill('[name=name]', name)
  await page.fill('[name=email]', `ana-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`)
  await page.fill('[name=password]', 'o parolă lungă de probă')
  await page.click('main button[type=submit]')
  await expect(page).not.toHaveURL(/\/signup/)
}

/** Signs a demo account in through the form. */
export async function signIn(page: Page, name: DemoName): Promise<void> {
  const account = demoAccounts.find(({ email }) => email.startsWith(`${name}@`))!
  await page.goto('/login')
  await page.fill('[name=email]', account.email)
  await page.fill('[name=password]', DEMO_PASSWORD)
  await page.click('main button[type=submit]')
  await expect(page).not.toHaveURL(/\/login/)
}
