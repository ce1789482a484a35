// What is made from the sources: the database client and the built site. Each is made again when what it is made from has
// changed, which a note beside it says. One process at a time does so in a checkout.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { withFolderLock } from '#app/platform/folder-lock.server.mjs'
import { CHECKOUT_LOCK, sayWaiting } from './bootstrap.mjs'
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

function filesIn(place: string): string[] {
  if (!fs.statSync(place).isDirectory()) return [place]
  return fs.readdirSync(place).sort().flatMap((name) => filesIn(path.join(place, name)))
}

function hashOf({ sources }: Product): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesIn)) hash.update(`${file}\0`).update(fs.readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function isFresh(product: Product): boolean {
  return fs.existsSync(product.proof) && fs.existsSync(product.note) && fs.readFileSync(product.note, 'utf8') === hashOf(product)
}

async function make(product: Product, signal: AbortSignal | undefined): Promise<void> {
  // Taken before: what is changed meanwhile makes it stale.
  const hash = hashOf(product)
  console.log(`Building ${product.what}`)
  fs.rmSync(product.note, { force: true })
  const { code, said } = await runProgram(process.execPath, [product.program, ...product.words], { environment: product.environment, signal })
  if (code !== 0) throw new Error(`Building ${product.what} failed:\n${said}`)
  fs.writeFileSync(product.note, hash)
}
