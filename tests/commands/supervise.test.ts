import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test, vi } from 'vitest'
import { EndedEarly, supervise } from '#commands/supervise.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-supervise-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

let count = 0

/** A process that notes each of its lives, says that it is ready, and then does what `afterwards` says. */
function program(afterwards: string): { words: string[]; lives(): string[] } {
  const file = path.join(folder, String(++count))
  fs.writeFileSync(file, '')
  const source = `const fs = require('node:fs'); const note = (line) => fs.appendFileSync(${JSON.stringify(file)}, line + '\\n'); note('began ' + process.pid); process.on('SIGTERM', () => { note('asked'); setTimeout(() => process.exit(0), 100) }); process.send({ ready: true }); ${afterwards}`
  return { words: ['-e', source], lives: () => fs.readFileSync(file, 'utf8').trim().split('\n') }
}

const stayOn = 'setInterval(() => {}, 60_000)'

test('it is ready when it says so, and ends when it is asked, after what it has to finish', async () => {
  const { words, lives } = program(stayOn)
  const child = supervise('test', words, process.env)
  await child.ready
  await child.stop()
  expect(lives()).toEqual([expect.stringMatching(/^began/), 'asked'])
})

test('one that dies is begun anew, after a pause that grows, and it is said', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { words, lives } = program(stayOn)
  const child = supervise('test', words, process.env)
  await child.ready
  process.kill(Number(lives()[0]!.split(' ')[1]), 'SIGKILL')
  await expect.poll(() => lives().length, { timeout: 10_000 }).toBe(2)
  process.kill(Number(lives()[1]!.split(' ')[1]), 'SIGKILL')
  await expect.poll(() => lives().length, { timeout: 10_000 }).toBe(3)
  expect(said.mock.calls.flat()).toEqual(['The test process ended (SIGKILL); it begins anew in 0.5 s', 'The test process ended (SIGKILL); it begins anew in 1 s'])
  said.mockRestore()
  await child.stop()
})

test('one that ends before it was ever ready is not begun anew', async () => {
  const child = supervise('test', ['-e', 'process.exit(3)'], process.env)
  await expect(child.ready).rejects.toThrow(new EndedEarly('The test process ended before it was ready (exit code 3)'))
  await child.stop()
})

test('after a change it begins anew at once', async () => {
  const { words, lives } = program(stayOn)
  const child = supervise('test', words, process.env)
  await child.ready
  child.restart()
  await expect.poll(() => lives().filter((line) => line.startsWith('began')).length, { timeout: 10_000 }).toBe(2)
  await child.stop()
})

test('one that was asked to end stays ended', async () => {
  const { words, lives } = program(stayOn)
  const child = supervise('test', words, process.env)
  await child.ready
  await child.stop()
  await pause(800)
  expect(lives().filter((line) => line.startsWith('began'))).toHaveLength(1)
})
