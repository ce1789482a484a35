// A Chromium for the journeys: one that is here, else Playwright's own, fetched, else Debian's, installed.
import { findChromium } from './find-chromium.ts'
import { runProgram } from './run-program.ts'

/** Where it is, or null when none could be had. */
export async function findBrowser(): Promise<string | null> {
  const here = findChromium()
  if (here) return here
  console.log('Fetching a Chromium')
  if ((await runProgram(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])).code === 0) return findChromium()
  if (process.getuid?.() !== 0) return null
  await runProgram('apt-get', ['update', '-q'])
  await runProgram('apt-get', ['install', '-y', '-q', 'chromium'], { environment: { DEBIAN_FRONTEND: 'noninteractive' } })
  return findChromium()
}
