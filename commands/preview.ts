// Shows a course as it will be, with the pages of the site itself, a database that is gone afterwards, and nothing published. What is
// changed in its folder is shown at once.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { startEmbeddedPostgres } from '#app/platform/embedded-postgres.server.ts'
import { freePort } from '#app/platform/embedded-postgres-programs.server.ts'
import { childEnvironment, environment } from '#app/platform/env.server.ts'
import { applyMigrations } from '#app/platform/migrations.server.ts'
import { openWorld } from '#app/platform/world.server.ts'
import { createPreview } from './preview-site.ts'
import { readPreview, type Preview } from './preview-state.ts'
import { supervise } from './supervise.ts'

const FOLDER = 'courses'
/** An editor writes a file in several steps. */
const SETTLE_MS = 150

const [slug = '', lesson] = (process.argv[2] ?? '').split('/')
const asked = new AbortController()
// npm passes on what the terminal has sent to both: asked twice is asked once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked.abort())
const downwards: (() => void | Promise<void>)[] = []
let code = 0
try {
  await show(asked.signal)
  await new Promise((resolve) => asked.signal.aborted || asked.signal.addEventListener('abort', resolve))
} catch (error) {
  if (!asked.signal.aborted) {
    code = 1
    console.error(error)
  }
}
for (const takeDown of downwards.reverse()) await takeDown()
process.exit(code)

/** Puts on `downwards` how to undo each step; gives up between steps when asked to stop. */
async function show(signal: AbortSignal): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-preview-'))
  fs.chmodSync(dataDir, 0o755)
  downwards.push(() => fs.rmSync(dataDir, { recursive: true, force: true }))
  const postgres = await startEmbeddedPostgres(dataDir, { durable: false })
  downwards.push(postgres.stop)
  signal.throwIfAborted()
  await applyMigrations(postgres.url)
  const [port, sitePort] = [await freePort(), await freePort()]
  const address = `http://localhost:${port}`
  const site = `http://127.0.0.1:${sitePort}`
  const world = openWorld({ ...environment(), DATABASE_URL: postgres.url, PUBLIC_URL: address }, 'command', { connections: 4 })
  downwards.push(world.close)
  const web = supervise('web', ['commands/built.mjs', 'web'], childEnvironment({ PORT: String(sitePort), HOST: '127.0.0.1', PUBLIC_URL: address, DATABASE_URL: postgres.url, DATA_DIR: dataDir, LOG_LEVEL: 'warn' }))
  downwards.push(web.stop)
  await web.ready
  signal.throwIfAborted()

  let preview: Preview = await readPreview(world, { folder: FOLDER, slug, site, revision: 1 })
  const server = serve({ fetch: createPreview(() => preview, site).fetch, port, hostname: '127.0.0.1' })
  downwards.push(() => void server.close())
  const first = preview.lessons.find((each) => each.slug === lesson)
  if (lesson && !first) console.log(`The course has no lesson ${lesson}; it has ${preview.lessons.map((each) => each.slug).join(', ')}`)
  console.log(`Preview ready: ${address}/preview${first ? `/${first.slug}` : ''}`)

  let timer: NodeJS.Timeout | undefined
  let reading = Promise.resolve()
  const readAgain = async () => {
    preview = await readPreview(world, { folder: FOLDER, slug, site, revision: preview.revision + 1 })
    console.log(`Read again: ${[preview, ...preview.lessons].reduce((sum, { faults }) => sum + faults.length, 0)} faults`)
  }
  const watcher = fs.watch(FOLDER, { recursive: true }, () => {
    clearTimeout(timer)
    // One after the other: the last change is shown last.
    timer = setTimeout(() => {
      reading = reading.then(readAgain).catch((error: unknown) => console.error(error))
    }, SETTLE_MS)
  })
  downwards.push(async () => {
    watcher.close()
    clearTimeout(timer)
    await reading
  })
}
