// Journeys in a real Chromium, with JavaScript and without, on a phone and on a desk.
import { defineConfig, type PlaywrightTestOptions, type Project } from '@playwright/test'
import { findChromium } from '#commands/find-chromium.ts'

// Each is walked at one width, and every page that is looked at is looked at in both (fixtures.ts).
const projects: Project<PlaywrightTestOptions>[] = [
  { name: 'js-on', use: { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } } },
  { name: 'js-off', use: { javaScriptEnabled: false, viewport: { width: 360, height: 740 } } },
]

const executablePath = findChromium()

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results',
  globalSetup: './site.ts',
  projects,
  // They share one site, and what one does another counts.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    // Else what waits for something that never comes waits as long as its test may.
    actionTimeout: 20_000,
    locale: 'ro-RO',
    screenshot: 'only-on-failure',
    // Root, as in a container, has no sandbox; /dev/shm is small there.
    launchOptions: { ...(executablePath && { executablePath }), args: ['--no-sandbox', '--disable-dev-shm-usage'] },
  },
})
