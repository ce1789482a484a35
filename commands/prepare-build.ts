// What is made from the sources: the database client and the built site. Each is made again when what it is made from has
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
  program: string
  words: string[]
  environment: Record<string, string>
}

const client: Product = {
  what: 'the database client',
  sources: ['prisma/schema.prisma', 'prisma/prisma.config.ts', 'node_modules/prisma/package.json'],
  proof: 'prisma/client/client.ts',
  note: 'prisma/client/made-from',
  program: 'node_modules/prisma/build/index.js',
  words: ['generate', '--config', 'prisma/prisma.config.ts'],
  // Prisma looks for its engine even where it needs none, and fetches it: any file that exists is good enough.
  environment: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
}

const site: Product = {
  what: 'the site',
  sources: ['app', 'prisma/schema.prisma', 'prisma/seed/data', 'remix.config.js', 'package-lock.json'],
  proof: 'build/server/index.js',
  note: 'build/made-from',
  program: 'node_modules/@remix-run/dev/dist/cli.js',
  words: ['vite:build', '--config', 'remix.config.js'],
  environment: { NODE_ENV: 'production' },
}

/** @throws with all that the program said when something cannot be made */
export async function prepareBuild({ onlyClient = false, signal }: { onlyClient?: boolean; signal?: AbortSignal } = {}): Promise<void> {
  const products = onlyClient ? [client] : [client, site]
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
  const { code, said } = await runProgram(process.execPath, [product.program, ...product.words], { environment: product.environment, signal })
  if (code !== 0) throw new Error(`Building ${product.what} failed:\n${said}`)
  fs.writeFileSync(product.note, madeFrom)
}
