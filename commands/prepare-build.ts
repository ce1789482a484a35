// What is made from the sources: the database client, the site and the worker. Each is made again when what it is made from has
// changed, which a note beside it says. One process at a time does so in a checkout.
import fs from 'node:fs'
import { withFolderLock } from '#app/platform/folder-lock.server.mjs'
import { CHECKOUT_LOCK, sayWaiting } from './bootstrap.mjs'
import { fingerprint } from './fingerprint.ts'
import { runProgram } from './run-program.ts'

type Product = {
  what: string
  /** Files and folders that it is made from. */
  sources: string[]
  /** Made last. */
  proof: string
  note: string
  make(signal: AbortSignal | undefined): Promise<void>
}

const client: Product = {
  what: 'the database client',
  sources: ['prisma/schema.prisma', 'prisma/prisma.config.ts', 'node_modules/prisma/package.json'],
  proof: 'prisma/client/client.ts',
  note: 'prisma/client/made-from',
  // Prisma looks for its engine even where it needs none, and fetches it: any file that exists is good enough.
  make: (signal) => runTool(['node_modules/prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts'], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }, signal),
}

const site: Product = {
  what: 'the site',
  sources: ['app', 'prisma/schema.prisma', 'prisma/seed/data', 'remix.config.js', 'package-lock.json'],
  proof: 'build/server/index.js',
  note: 'build/server/made-from',
  make: (signal) => runTool(['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--config', 'remix.config.js'], { NODE_ENV: 'production' }, signal),
}

const worker: Product = {
  what: 'the worker',
  sources: ['app', 'workers', 'commands/worker.ts', 'prisma/schema.prisma', 'prisma/seed/data', 'package-lock.json'],
  proof: 'build/worker/worker.js',
  note: 'build/worker/made-from',
  // One file starts in half the time of two hundred.
  make: async () => {
    const { build } = await import('esbuild')
    await build({ entryPoints: ['commands/worker.ts'], outdir: 'build/worker', bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'silent' })
  },
}

// The site's build empties the folder that the worker's is in.
const all = { client, site, worker }

/** Makes all, or only what is named. @throws with all that the tool said when something cannot be made */
export async function prepareBuild({ only, signal }: { only?: readonly (keyof typeof all)[]; signal?: AbortSignal } = {}): Promise<void> {
  const products = Object.entries(all).flatMap(([name, product]) => (!only || (only as readonly string[]).includes(name) ? [product] : []))
  if (products.every(isFresh)) return
  await withFolderLock(
    CHECKOUT_LOCK,
    async () => {
      for (const product of products) if (!isFresh(product)) await make(product, signal)
    },
    sayWaiting,
  )
}

function isFresh({ proof, note, sources }: Product): boolean {
  return fs.existsSync(proof) && fs.existsSync(note) && fs.readFileSync(note, 'utf8') === fingerprint(sources)
}

async function make(product: Product, signal: AbortSignal | undefined): Promise<void> {
  // Taken before: what is changed meanwhile makes it stale.
  const madeFrom = fingerprint(product.sources)
  console.log(`Building ${product.what}`)
  fs.rmSync(product.note, { force: true })
  await product.make(signal)
  fs.writeFileSync(product.note, madeFrom)
}

async function runTool(words: string[], environment: Record<string, string>, signal: AbortSignal | undefined): Promise<void> {
  const { code, said } = await runProgram(process.execPath, words, { environment, signal })
  if (code !== 0) throw new Error(`${words[0]} failed:\n${said}`)
}
