// Names, sizes and what may not be left in a file.
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { missingPackages, type Lock } from '#commands/lockfile.ts'
import { variables } from '#app/platform/env.server.ts'
import { projectFiles } from './sources.ts'

const LONGEST_FILE_LINES = 300

const written = projectFiles.filter((file) => /\.(tsx?|mjs|js|css)$/.test(file))

test('every room has a name of its own', () => {
  const nameless = projectFiles.filter((file) => /(^|\/)(utils?|libs?|helpers?|common|misc|services?|shared)(\/|\.[a-z]+$)/.test(file))
  expect(nameless.map((file) => `${file}: name it for what it does`)).toEqual([])
})

test(`no file is longer than ${LONGEST_FILE_LINES} lines`, () => {
  const long = written.map((file) => ({ file, lines: fs.readFileSync(file, 'utf8').split('\n').length - 1 })).filter(({ lines }) => lines > LONGEST_FILE_LINES)
  expect(long.map(({ file, lines }) => `${file} has ${lines} lines: split it by question`)).toEqual([])
})

test('nothing is left for later', () => {
  const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].map((mark) => `\\b${mark}\\b`).join('|'))
  const left = [...written, ...projectFiles.filter((file) => /\.(sql|prisma|yaml|mdx?)$/.test(file))].flatMap((file) =>
    fs.readFileSync(file, 'utf8').split('\n').flatMap((line, at) => (marks.test(line) ? [`${file}:${at + 1} leaves something for later: do it, or write an issue`] : [])),
  )
  expect(left).toEqual([])
})

test('no test is singled out, and no complaint of a tool is silenced without its reason', () => {
  const silenced = written.flatMap((file) =>
    fs.readFileSync(file, 'utf8').split('\n').flatMap((line, at, lines) => {
      const hasReason = / -- /.test(line) || /^\s*(\/\/|\*)/.test(lines[at - 1] ?? '')
      if (/^\s*(test|it|describe)\.only\(/.test(line)) return [`${file}:${at + 1} singles out a test: let all run`]
      if (/^\s*(\/\/|\/\*) ?(@ts-|eslint-disable)/.test(line) && !hasReason) return [`${file}:${at + 1} silences a tool: mend what it says, or say why in the line above`]
      return []
    }),
  )
  expect(silenced).toEqual([])
})

test('.env.example names every variable of the environment and no other', () => {
  const named = [...fs.readFileSync('.env.example', 'utf8').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name)
  expect(named.sort(), 'one line "# NAME=value" for each variable of app/platform/env.server.ts').toEqual([...variables].sort())
})

test('npm ci accepts package-lock.json on every platform', () => {
  const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as Lock
  expect(Object.keys(missingPackages(lock)), 'npm run lockfile adds them').toEqual([])
})

test('every command of package.json has its file', () => {
  const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const missing = Object.entries(scripts).flatMap(([name, script]) => (script.match(/commands\/[\w.-]+/g) ?? []).filter((file) => !fs.existsSync(file)).map((file) => `npm run ${name}: ${file} is missing`))
  expect(missing).toEqual([])
})
