// Everything that can fail, one after the other: types, lint, build, courses, tests, and journeys in a real browser. What cannot
// run here is counted as skipped, with the one command that would make it run. Ends with `N passed, N failed[, N skipped]`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { childEnvironment } from '#app/platform/env.server.ts'
import { findBrowser } from './find-browser.ts'
import { prepareBuild } from './prepare-build.ts'

type Count = { passed: number; failed: number; skipped: number }

const RESULTS = 'test-results'

/** Runs to the end with its words on the screen; whether it went well. */
async function run(words: string[], environment: Record<string, string> = {}): Promise<boolean> {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'], env: childEnvironment({ NO_COLOR: '1', ...environment }) })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code === 0
}

async function step(name: string, work: () => Promise<Count | boolean>): Promise<Count> {
  const begun = Date.now()
  console.log(`\n== ${name}`)
  const result = await work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return false
  })
  const count = typeof result === 'boolean' ? { passed: Number(result), failed: Number(!result), skipped: 0 } : result
  console.log(`== ${name}: ${count.failed === 0 ? 'ok' : 'FAILED'}, ${Math.round((Date.now() - begun) / 1000)} s`)
  return count
}

/** A runner that failed without a failed test (a file that could not be read, a server that did not start) has failed once. */
function settled(count: Count, wentWell: boolean): Count {
  return wentWell || count.failed > 0 ? count : { ...count, failed: 1 }
}

async function runVitest(): Promise<Count> {
  const file = `${RESULTS}/vitest.json`
  fs.rmSync(file, { force: true })
  const wentWell = await run(['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`])
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const told = JSON.parse(fs.readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }
  return settled({ passed: told.numPassedTests, failed: told.numFailedTests, skipped: told.numPendingTests + told.numTodoTests }, wentWell)
}

async function runPlaywright(): Promise<Count> {
  if (!(await findBrowser())) {
    console.log('There is no Chromium here. This would make the journeys run: apt-get install chromium')
    return { passed: 0, failed: 0, skipped: 1 }
  }
  const file = `${RESULTS}/e2e.json`
  fs.rmSync(file, { force: true })
  const wentWell = await run(['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const { stats } = JSON.parse(fs.readFileSync(file, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
  return settled({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }, wentWell)
}

async function main(): Promise<number> {
  fs.mkdirSync(RESULTS, { recursive: true })
  const counts = [
    await step('build', async () => (await prepareBuild(), true)),
    await step('types', () => run(['node_modules/typescript/bin/tsc', '--noEmit'])),
    await step('lint', () => run(['node_modules/eslint/bin/eslint.js', '.'])),
    await step('courses', () => run(['--import', 'tsx', 'commands/courses-check.ts'])),
    await step('unit and integration', runVitest),
    await step('journeys in a browser', runPlaywright),
  ]
  const sum = (of: keyof Count) => counts.reduce((total, count) => total + count[of], 0)
  const skipped = sum('skipped')
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return sum('failed') === 0 ? 0 : 1
}

process.exit(await main())
