// A Chromium to look at pages with: the system's, else Playwright's own.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macPlace = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** Where it is, or null. */
export function findChromium(): string | null {
  const [onPath] = spawnSync('sh', ['-c', names.map((name) => `command -v ${name}`).join(' || ')], { encoding: 'utf8' }).stdout?.split('\n') ?? []
  return [onPath, macPlace, chromium.executablePath()].find((place) => place && fs.existsSync(place)) ?? null
}
