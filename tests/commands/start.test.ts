// npm start as whoever types it meets it. The site is built when it is not: npm test has done so before.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freePort } from '#app/platform/embedded-postgres-programs.server.ts'
import { childEnvironment, variables } from '#app/platform/env.server.ts'

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-start-'))
const running = new Set<ChildProcess>()
const unset = Object.fromEntries(variables.map((name) => [name, '']))

afterAll(async () => {
  for (const child of running) child.kill('SIGTERM')
  await Promise.all([...running].map((child) => once(child, 'exit')))
  fs.rmSync(dataDir, { recursive: true, force: true })
})

function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['commands/start.mjs'], { env: childEnvironment({ ...unset, DEMO: 'off', LOG_LEVEL: 'silent', DATA_DIR: dataDir, ...environment }), stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let said = ''
  const ended = once(child, 'exit').then(([code]) => (running.delete(child), code as number | null))
  const ready = new Promise<string>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      said += piece.toString()
      const found = /^Catedra ready: (\S+)$/m.exec(said)
      if (found) resolve(found[1]!)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
  ready.catch(() => {})
  return { ready, ended, said: () => said, pid: child.pid!, ask: (signal: NodeJS.Signals) => void child.kill(signal) }
}

const isDatabaseUp = () => fs.existsSync(path.join(dataDir, 'postgresql/data/postmaster.pid'))

test('two at once share what they prepare and the database; each stops in order, the last with the database', async () => {
  const [one, two] = [start({ PORT: String(await freePort()) }), start({ PORT: String(await freePort()) })]
  const urls = await Promise.all([one.ready, two.ready])
  for (const url of urls) expect((await fetch(url)).status).toBe(200)

  one.ask('SIGTERM')
  expect(await one.ended).toBe(0)
  expect((await fetch(`${urls[1]}/courses`)).status).toBe(200)

  two.ask('SIGINT')
  expect(await two.ended).toBe(0)
  expect(isDatabaseUp()).toBe(false)
  expect(one.said()).not.toContain('example.org')

  const begun = performance.now()
  const again = start({ PORT: '0' })
  await again.ready
  console.log(`A start with nothing to do is ready after ${Math.round(performance.now() - begun)} ms`)
  again.ask('SIGTERM')
  expect(await again.ended).toBe(0)
}, 180_000)

test.runIf(process.platform === 'linux')('a web process that dies is begun anew, and a start that is killed leaves no process behind but the database', async () => {
  const site = start({ PORT: String(await freePort()) })
  const url = await site.ready
  const children = childrenOf(site.pid)
  const web = children.find(({ words }) => words.endsWith('built.mjs\0web\0'))!
  process.kill(web.pid, 'SIGKILL')
  await expect.poll(site.said, { timeout: 20_000 }).toContain('The web process ended (SIGKILL); it begins anew in 0.5 s')
  await expect.poll(() => fetch(url).then(({ status }) => status, () => 0), { timeout: 20_000 }).toBe(200)

  const left = childrenOf(site.pid)
  site.ask('SIGKILL')
  await site.ended
  await expect.poll(() => left.filter(({ pid }) => fs.existsSync(`/proc/${pid}`)), { timeout: 30_000 }).toEqual([])
  expect(isDatabaseUp()).toBe(true)

  const next = start({ PORT: '0' })
  await next.ready
  next.ask('SIGTERM')
  expect(await next.ended).toBe(0)
  expect(isDatabaseUp()).toBe(false)
}, 180_000)

function childrenOf(pid: number): { pid: number; words: string }[] {
  return fs
    .readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map((child) => ({ pid: Number(child), words: fs.readFileSync(`/proc/${child}/cmdline`, 'utf8') }))
}

test('a port that is taken is one line, and nothing is begun', async () => {
  const holder = net.createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as net.AddressInfo
  const empty = path.join(dataDir, 'empty')
  const site = start({ PORT: String(port), DATA_DIR: empty })
  expect(await site.ended).toBe(1)
  expect(site.said()).toBe(`PORT: ${port} is taken, expected a free port\n`)
  expect(fs.existsSync(empty)).toBe(false)
  holder.close()
}, 60_000)

test.each([
  [{ PORT: 'http' }, 'PORT: read "http", expected a port from 0 to 65535\n'],
  [{ SIGNING_KEYS: '{"keys":[]}' }, /^SIGNING_KEYS: read a value that does not fit .*\n$/],
])('%j stops the start with one line', async (environment, line) => {
  const site = start(environment as unknown as Record<string, string>)
  expect(await site.ended).toBe(1)
  expect(site.said()).toMatch(line)
}, 60_000)
