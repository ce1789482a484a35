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
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-preview-'))
fs.chmodSync(dataDir, 0o755)
const postgres = await startEmbeddedPostgres(dataDir, { durable: false })
await applyMigrations(postgres.url)
const [port, sitePort] = [await freePort(), await freePort()]
const address = `http://localhost:${port}`
const site = `http://127.0.0.1:${sitePort}`
const world = openWorld({ ...environment(), DATABASE_URL: postgres.url, PUBLIC_URL: address }, 'command', { connections: 4 })
const web = supervise('web', ['commands/built.mjs', 'web'], childEnvironment({ PORT: String(sitePort), HOST: '127.0.0.1', PUBLIC_URL: address, DATABASE_URL: postgres.url, DATA_DIR: dataDir, LOG_LEVEL: 'warn' }))
await web.ready

let preview: Preview = await readPreview(world, { folder: FOLDER, slug, site, revision: 1 })
const server = serve({ fetch: createPreview(() => preview, site).fetch, port, hostname: '127.0.0.1' })
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

const stop = async () => {
  watcher.close()
  server.close()
  await reading
  await web.stop()
  await world.close()
  await postgres.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
