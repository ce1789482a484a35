// Everything that can fail: what the sources are checked for, tests, and journeys in a real browser. What cannot run here is
// counted as skipped, with the one command that would make it run. Ends with the line `N passed, N failed[, N skipped]`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { childEnvironment, variables } from '#app/platform/env.server.ts'
import { findBrowser } from './find-browser.ts'
import { prepareBuild } from './prepare-build.ts'
import { runProgram } from './run-program.ts'

type Count = { passed: number; failed: number; skipped: number }

const RESULTS = 'test-results'
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-test-'))
const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts']

/** The tests bring their own site and database: what the environment says of another counts for nothing, but for a Redis that is lent. */
const alone = { ...Object.fromEntries(variables.map((name) => [name, ''])), NODE_ENV: 'test', DATA_DIR: scratch, NO_COLOR: '1', FORCE_COLOR: '' }
const lent = { REDIS_URL: childEnvironment({})['REDIS_URL'] ?? '' }

async function step(name: string, work: () => Promise<Count>): Promise<Count> {
  const begun = Date.now()
  const count = await work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  })
  console.log(`== ${name}: ${count.failed === 0 ? 'ok' : 'FAILED'}, ${Math.round((Date.now() - begun) / 1000)} s`)
  return count
}

/** Counts as one; says nothing when all is well. */
function check(name: string, ...words: string[]): Promise<Count> {
  return step(name, async () => {
    const { code, said } = await runProgram(process.execPath, words, { environment: alone })
    if (code !== 0) console.log(said)
    return { passed: Number(code === 0), failed: Number(code !== 0), skipped: 0 }
  })
}

/** Runs to the end with its words on the screen; gives whether it went well. */
async function run(words: string[], environment: Record<string, string>): Promise<boolean> {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'], env: childEnvironment({ ...alone, ...environment }) })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code === 0
}

/** A runner that failed without a failed test (a file that could not be read, a server that did not start) has failed once. */
function settled(count: Count, wentWell: boolean): Count {
  return wentWell || count.failed > 0 ? count : { ...count, failed: 1 }
}

type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number; testResults: { assertionResults: { status: string; fullName: string }[] }[] }

async function runVitest(): Promise<Count> {
  const file = `${RESULTS}/vitest.json`
  fs.rmSync(file, { force: true })
  const wentWell = await run(['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], lent)
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(fs.readFileSync(file, 'utf8')) as VitestReport
  for (const { status, fullName } of report.testResults.flatMap(({ assertionResults }) => assertionResults)) if (status === 'skipped' || status === 'pending') console.log(`skipped: ${fullName}`)
  return settled({ passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }, wentWell)
}

async function runPlaywright(): Promise<Count> {
  if (!(await findBrowser())) {
    console.log('There is no Chromium here. This makes the journeys run: apt-get install chromium')
    const { said } = await runProgram(process.execPath, [...playwright, '--list'], { environment: alone })
    return { passed: 0, failed: 0, skipped: Number(/Total: (\d+) tests?/.exec(said)?.[1] ?? 1) }
  }
  const file = `${RESULTS}/journeys.json`
  fs.rmSync(file, { force: true })
  const wentWell = await run([...playwright, '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: path.resolve(file) })
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const { stats } = JSON.parse(fs.readFileSync(file, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
  return settled({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }, wentWell)
}

async function runAll(): Promise<Count[]> {
  const build = await step('build', async () => (await prepareBuild(), { passed: 1, failed: 0, skipped: 0 }))
  const checks = await Promise.all([check('types', 'node_modules/typescript/bin/tsc', '--noEmit'), check('lint', 'node_modules/eslint/bin/eslint.js')])
  const migrations = await check('migrations agree with the schema', '--import', 'tsx', 'commands/new-migration.ts', '--check')
  const courses = await check('courses', '--import', 'tsx', 'commands/courses-check.ts')
  return [build, ...checks, migrations, courses, await step('unit and integration', runVitest), await step('journeys in a browser', runPlaywright)]
}

const counts = await runAll()
fs.rmSync(scratch, { recursive: true, force: true })
const sum = (of: keyof Count) => counts.reduce((total, count) => total + count[of], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`)
process.exit(sum('failed') === 0 ? 0 : 1)
