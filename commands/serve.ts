// What npm start and npm run dev have in common: brings everything up in order, says one line when a page can be served and
// a job worked, and takes everything down in order.
import net from 'node:net'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#app/platform/embedded-postgres.server.ts'
import { freePort } from '#app/platform/embedded-postgres-programs.server.ts'
import { childEnvironment, environment, EnvironmentError, type Environment } from '#app/platform/env.server.ts'
import { openKeys } from '#app/platform/keys.server.ts'
import { applyMigrations } from '#app/platform/migrations.server.ts'
import { DEMO_PASSWORD, demoAccounts } from '#prisma/seed/demo-accounts.ts'
import { prepareOnce } from './prepare-once.ts'
import { EndedEarly, supervise, type Supervised } from './supervise.ts'

export type Program = {
  /** Makes what is made from the sources. */
  prepare(signal: AbortSignal): Promise<void>
  /** What Node is called with for a process of each kind. */
  web: string[]
  worker: string[]
  /** Called when all is up. */
  onReady?(children: { web: Supervised; worker: Supervised; prepareData(): Promise<unknown> }): void
}

/** A reason to stop that is told in one line. */
class Refusal extends Error {}

/** Runs until SIGINT or SIGTERM (exit code 0), or until something cannot be had (exit code 1). */
export async function serveSite(program: Program): Promise<never> {
  const asked = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => asked.abort())
  const downwards: (() => Promise<void>)[] = []
  let code = 0
  try {
    await bringUp(program, asked.signal, downwards)
    await new Promise((resolve) => asked.signal.aborted || asked.signal.addEventListener('abort', resolve))
  } catch (error) {
    if (!asked.signal.aborted) {
      code = 1
      const isPlain = error instanceof Refusal || error instanceof EnvironmentError || error instanceof EndedEarly
      console.error(isPlain ? error.message : error)
    }
  }
  for (const takeDown of downwards.reverse()) await takeDown().catch((error: unknown) => console.error(error))
  process.exit(code)
}

/** Puts on `downwards` how to undo each step. Gives up between steps when asked to stop. */
async function bringUp(program: Program, signal: AbortSignal, downwards: (() => Promise<void>)[]): Promise<void> {
  const env = environment()
  if (env.SIGNING_KEYS) openKeys(env)
  const port = env.PORT === 0 ? await freePort() : env.PORT
  await requireFree(env.HOST, port)
  await program.prepare(signal)
  signal.throwIfAborted()

  let embedded: EmbeddedPostgres | undefined
  if (!env.DATABASE_URL) {
    embedded = await startEmbeddedPostgres(env.DATA_DIR)
    downwards.push(embedded.stop)
    signal.throwIfAborted()
  }
  const databaseUrl = env.DATABASE_URL ?? embedded!.url
  const applied = await applyMigrations(databaseUrl)
  if (applied.length > 0) console.log(`Migrations applied: ${applied.join(', ')}`)

  // At once, since each takes a second or two to load.
  const childEnv = childEnvironment({ DATABASE_URL: databaseUrl, PORT: String(port) })
  const prepareData = async () => {
    const prepared = await prepareOnce({ env, childEnvironment: childEnv, isChanged: applied.length > 0, signal })
    if (!prepared) throw new Refusal('The database could not be prepared')
    return prepared
  }
  const prepared = prepareData()
  const worker = supervise('worker', program.worker, childEnv)
  downwards.push(worker.stop)
  const web = supervise('web', program.web, childEnv)
  downwards.push(web.stop)
  const [{ hasDemoAccounts }] = await Promise.race([Promise.all([prepared, web.ready, worker.ready]), untilAborted(signal)])

  console.log(`Catedra ready: ${publicUrl(env, port)}`)
  if (hasDemoAccounts) for (const { email, role } of demoAccounts) console.log(`  ${email}  ${DEMO_PASSWORD}  (${role})`)
  program.onReady?.({ web, worker, prepareData })
}

function publicUrl(env: Environment, port: number): string {
  return env.PORT === 0 ? env.PUBLIC_URL.replace(/^http:\/\/localhost:0$/, `http://localhost:${port}`) : env.PUBLIC_URL
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Refusal('Asked to stop'))))
}

function requireFree(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Refusal(error.code === 'EADDRINUSE' ? `PORT: ${port} is taken, expected a free port` : `HOST, PORT: cannot listen at ${host}:${port} (${error.code})`))
    })
    server.listen(port, host, () => server.close(() => resolve()))
  })
}
