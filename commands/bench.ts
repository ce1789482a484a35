// npm run bench: each figure is a ratio against a reference measured in the same run, so that it means the same on any machine.
// Pages: requests per second of a bare node:http server that sends the same bytes, divided by ours (1 would be as fast as bare).
import { fork } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createServer } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { createAccount } from '#app/features/accounts/create-account.server.ts'
import { listOwnCertificates } from '#app/features/certification/list-own-certificates.server.ts'
import { startEmbeddedPostgres } from '#app/platform/embedded-postgres.server.ts'
import { environment } from '#app/platform/env.server.ts'
import { openWorld, type OpenWorld } from '#app/platform/world.server.ts'
import { DEMO_PASSWORD } from '#prisma/seed/demo-accounts.ts'
import { prepareQuizzes, readLessons } from '#prisma/seed/learn.ts'
import { startTemporarySite } from './temporary-site.ts'

const SECONDS = 5
const CONNECTIONS = 16
const ROUNDS = 3
const POSTS = 30

const CERTIFICATES = 10
const COURSE = 'pedagogie-digitala'

const course = `/courses/${COURSE}`
const lesson = `${course}/lessons/planul-a-b-si-c`
const indicator = '/api/v1/indicators/teacher-training'

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The reference, in a process of its own as the site is. */
async function serveBytes(): Promise<void> {
  const [body] = (await once(process, 'message')) as [string]
  const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body))
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port))
  process.on('disconnect', () => process.exit(0))
}

async function startReference(body: string): Promise<{ url: string; stop(): void }> {
  const child = fork(fileURLToPath(import.meta.url), ['--serve-bytes'], { execArgv: ['--import', 'tsx'] })
  child.send(body)
  const [port] = (await once(child, 'message')) as [number]
  return { url: `http://127.0.0.1:${port}`, stop: () => child.disconnect() }
}

/** As if a proxy passed them on from all over the country: what one address may ask in a minute is not what is measured. */
const fromAnywhere: autocannon.Request = {
  setupRequest: (request) => ({ ...request, headers: { ...request.headers, 'x-forwarded-for': `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 256)).join('.')}` } }),
}

async function requestsPerSecond(url: string, headers: Record<string, string>): Promise<number> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS, requests: [fromAnywhere] })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no success, ${result.errors} failed`)
  return result.requests.total / result.duration
}

/** In turns, so that a machine that slows down slows both. */
async function comparePage(name: string, url: string, headers: Record<string, string>): Promise<void> {
  const body = await (await fetch(url, { headers })).text()
  const reference = await startReference(body)
  const ratios: number[] = []
  const ours: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await requestsPerSecond(reference.url, {})
    const own = await requestsPerSecond(url, headers)
    ratios.push(bare / own)
    ours.push(own)
  }
  reference.stop()
  console.log(`${name}: bare / ours ${median(ratios).toFixed(1)} (ours ${median(ours).toFixed(0)} requests/s, ${Buffer.byteLength(body)} bytes)`)
}

type Browser = { get(path: string): Promise<Response>; post(path: string, fields: Record<string, string>): Promise<Response> }

/** A browser as far as a measurement needs one: it keeps its session. */
function browse(url: string): Browser & { headers: Record<string, string> } {
  const headers: Record<string, string> = {}
  const ask = async (path: string, init: RequestInit) => {
    const response = await fetch(url + path, { redirect: 'manual', ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } })
    const session = response.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-session='))
    if (session) headers['cookie'] = session.split(';')[0]!
    return response
  }
  return {
    headers,
    get: (path) => ask(path, {}),
    post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: url } }),
  }
}

/** Milliseconds from sending to the answer's headers. */
async function time(work: () => Promise<Response>): Promise<number> {
  const begun = performance.now()
  const response = await work()
  await response.arrayBuffer()
  return performance.now() - begun
}

async function measureAnswers(url: string, reference: string): Promise<void> {
  const learner = browse(url)
  await learner.post('/signup', { name: 'Măsurătoare Catedra', email: `bench-${Date.now()}@example.org`, password: 'masuratoare-catedra-1', next: course })
  await learner.post(`${course}/enrolment`, {})
  const page = await (await learner.get(course)).text()
  const quiz = /href="([^"]*\/quizzes\/[^"]+)"/.exec(page)?.[1]
  if (!quiz) throw new Error('The course shows no quiz')
  const save = async () => {
    const response = await learner.post(`${quiz}/draft`, { attempt: '1', q1: '1' })
    if (!response.headers.get('location')?.endsWith('?saved=draft')) throw new Error('The answer was not saved')
    return response
  }
  const bare: number[] = []
  const own: number[] = []
  for (let round = 0; round < POSTS; round++) {
    bare.push(await time(() => fetch(reference, { method: 'POST', body: new URLSearchParams({ q1: '1' }) })))
    own.push(await time(save))
  }
  console.log(`A quiz answer saved: ours / bare ${(median(own) / median(bare)).toFixed(1)} (ours ${median(own).toFixed(1)} ms, one after the other)`)
}

/** From the last answer's transaction to the stored, signed certificate, through event, relay, queue and worker. */
async function measureCertificate(world: OpenWorld): Promise<void> {
  const answers: number[] = []
  const certificates: number[] = []
  for (let round = 0; round < CERTIFICATES; round++) {
    const email = `bench-certificate-${Date.now()}@example.org`
    const account = await createAccount(world, { name: 'Măsurătoare Catedra', email, password: 'masuratoare-catedra-1', role: 'teacher', locale: 'ro' })
    if (!account.ok) throw new Error(account.refusal)
    const quizzes = await prepareQuizzes(world, account.value, await readLessons(world, account.value, COURSE, 1))
    for (const handIn of quizzes.slice(0, -1)) await handIn()
    const begun = performance.now()
    await quizzes.at(-1)?.()
    answers.push(performance.now() - begun)
    while (!(await listOwnCertificates(world, account.value.personId)).some(({ hash }) => hash !== null)) await new Promise((resolve) => setTimeout(resolve, 5))
    certificates.push(performance.now() - begun)
  }
  console.log(`Last answer to certificate: certificate / answer ${(median(certificates) / median(answers)).toFixed(1)} (certificate after ${median(certificates).toFixed(0)} ms, the answer ${median(answers).toFixed(0)} ms)`)
}

async function main(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-bench-'))
  fs.chmodSync(dataDir, 0o755)
  const postgres = await startEmbeddedPostgres(dataDir)
  const site = await startTemporarySite({ DATABASE_URL: postgres.url, TRUST_PROXY: 'loopback' })
  const world = openWorld({ ...environment(), DATABASE_URL: postgres.url }, 'command', { connections: 2 })
  try {
    const teacher = browse(site.url)
    await teacher.post('/login', { email: 'teacher@example.org', password: DEMO_PASSWORD })
    await comparePage('Lesson page, signed in', site.url + lesson, teacher.headers)
    await comparePage('Indicator API', `${site.url}${indicator}`, {})
    const reference = await startReference('ok')
    await measureAnswers(site.url, reference.url)
    reference.stop()
    await measureCertificate(world)
  } finally {
    await world.close()
    await site.stop()
    await postgres.stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

await (process.argv.includes('--serve-bytes') ? serveBytes() : main())
