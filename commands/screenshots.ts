// npm run screenshots: the main pages, narrow and wide, light and dark, into docs/screenshots/, from a site of their own.
import fs from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '#prisma/seed/demo-accounts.ts'
import { findChromium } from './find-chromium.ts'
import { startTemporarySite } from './temporary-site.ts'

const FOLDER = 'docs/screenshots'
const sizes = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
]
const schemes = ['light', 'dark'] as const

type Shot = { name: string; as: string | null; path: string }

const course = '/courses/pedagogie-digitala'
const hygiene = '/courses/igiena-cibernetica'
const shots: Shot[] = [
  { name: 'home', as: null, path: '/' },
  { name: 'catalogue', as: null, path: '/courses' },
  { name: 'course', as: 'teacher', path: course },
  { name: 'lesson', as: 'teacher', path: `${course}/lessons/planul-a-b-si-c` },
  { name: 'quiz', as: 'trainer', path: '' },
  { name: 'range', as: 'trainer', path: '' },
  { name: 'certificates', as: 'teacher', path: '/certificates' },
  { name: 'verify', as: null, path: '' },
  { name: 'signup', as: null, path: '/signup' },
  { name: 'profile', as: 'teacher', path: '/profile' },
  { name: 'ministry', as: 'analyst', path: '/ministry' },
  { name: 'indicator', as: null, path: '/indicator' },
  { name: 'methodology', as: null, path: '/methodology' },
]

async function open(browser: Browser, url: string, as: string | null, size: (typeof sizes)[number], colorScheme: (typeof schemes)[number]): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, viewport: size, colorScheme, locale: 'ro-RO', reducedMotion: 'reduce' })
  if (as === null) return context
  const page = await context.newPage()
  await page.goto('/login')
  await page.fill('[name=email]', `${as}@example.org`)
  await page.fill('[name=password]', DEMO_PASSWORD)
  await page.click('main button[type=submit]')
  await page.close()
  return context
}

/** The first of the trainer's own links to a unit of this kind, once enrolled. */
async function findUnit(trainer: Page, address: string, kind: 'quiz' | 'range'): Promise<string> {
  await trainer.goto(address)
  const enrol = trainer.locator('form[action$="/enrolment"] button')
  if ((await enrol.count()) > 0) await enrol.click()
  return (await trainer.locator(`.unit[data-kind=${kind}] a`).first().getAttribute('href'))!
}

/** The pages whose addresses only this site knows: an open quiz and range of the trainer and the demo teacher's certificate. */
async function findAddresses(browser: Browser, url: string): Promise<Record<string, string>> {
  const trainer = await (await open(browser, url, 'trainer', sizes[0]!, 'light')).newPage()
  const quiz = await findUnit(trainer, course, 'quiz')
  const range = await findUnit(trainer, hygiene, 'range')
  const teacher = await (await open(browser, url, 'teacher', sizes[0]!, 'light')).newPage()
  await teacher.goto('/certificates')
  const verify = teacher.locator('a[href*="/verify/"]').first()
  await verify.waitFor({ timeout: 60_000 })
  const address = new URL((await verify.getAttribute('href'))!, url).pathname
  return { quiz, range, verify: address }
}

const site = await startTemporarySite()
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
try {
  fs.mkdirSync(FOLDER, { recursive: true })
  const addresses = await findAddresses(browser, site.url)
  for (const size of sizes) {
    for (const scheme of schemes) {
      for (const as of [null, 'teacher', 'trainer', 'analyst']) {
        const context = await open(browser, site.url, as, size, scheme)
        const page = await context.newPage()
        for (const shot of shots.filter((each) => each.as === as)) {
          await page.goto(addresses[shot.name] ?? shot.path)
          await page.screenshot({ path: path.join(FOLDER, `${shot.name}-${size.width}-${scheme}.png`) })
        }
        await context.close()
      }
      console.log(`${size.width} px, ${scheme}: ${shots.length} pages`)
    }
  }
} finally {
  await browser.close()
  await site.stop()
}
