import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { identityOf, isRunning, withFolderLock } from '#app/platform/folder-lock.server.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-lock-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** Each process adds one to a number in a file, reading and writing it with a pause between. */
const addOne = (lock: string, counter: string) => `
  import fs from 'node:fs'
  import { withFolderLock } from ${JSON.stringify(path.resolve('app/platform/folder-lock.server.mjs'))}
  for (let round = 0; round < 5; round++) await withFolderLock(${JSON.stringify(lock)}, async () => {
    const seen = Number(fs.readFileSync(${JSON.stringify(counter)}, 'utf8'))
    await new Promise((resolve) => setTimeout(resolve, 5))
    fs.writeFileSync(${JSON.stringify(counter)}, String(seen + 1))
  })`

function runNode(source: string): Promise<number | null> {
  return new Promise((resolve) => spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: 'inherit' }).on('exit', resolve))
}

test('processes that want the same lock take turns, also after a holder died', async () => {
  const lock = path.join(folder, 'turns')
  const counter = path.join(folder, 'counter')
  fs.writeFileSync(counter, '0')
  fs.writeFileSync(lock, await identityOfTheDead())
  const codes = await Promise.all(Array.from({ length: 6 }, () => runNode(addOne(lock, counter))))
  expect(codes).toEqual([0, 0, 0, 0, 0, 0])
  expect(fs.readFileSync(counter, 'utf8')).toBe('30')
  expect(fs.readdirSync(folder).sort()).toEqual(['counter'])
})

test('tasks of one process take turns too, and a failing one lets go', async () => {
  const lock = path.join(folder, 'tasks')
  let inside = 0
  const work = async () => {
    expect(++inside).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 5))
    inside--
    throw new Error('meant')
  }
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => withFolderLock(lock, work)))
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(fs.existsSync(lock)).toBe(false)
})

test('who has to wait is told once', async () => {
  const lock = path.join(folder, 'told')
  let told = 0
  await Promise.all([withFolderLock(lock, () => new Promise((resolve) => setTimeout(resolve, 200))), withFolderLock(lock, () => Promise.resolve(), () => told++)])
  expect(told).toBe(1)
})

test.runIf(process.platform === 'linux')('a process is told from a later one with the same number', () => {
  const mine = identityOf(process.pid)!
  expect(isRunning(mine)).toBe(true)
  expect(isRunning(`${process.pid} 1`)).toBe(false)
})

async function identityOfTheDead(): Promise<string> {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
  const identity = identityOf(child.pid!)!
  child.kill('SIGKILL')
  await new Promise((resolve) => child.on('exit', resolve))
  return identity
}
