// Runs commands/prepare-data.ts, in a process of its own that ends, since what it loads is not needed afterwards; and not at all
// where it has nothing to do: the embedded database is noted to have been prepared from just these files.
import { fork } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { Environment } from '#app/platform/env.server.ts'
import { fingerprint } from './fingerprint.ts'
import type { Prepared } from './prepare-data.ts'

const sources = ['app', 'courses', 'prisma/migrations', 'prisma/seed', 'commands/prepare-data.ts', 'package-lock.json']

export type Preparing = {
  env: Pick<Environment, 'DATA_DIR' | 'DATABASE_URL' | 'DEMO'>
  /** Of the process that prepares: it names the database. */
  childEnvironment: NodeJS.ProcessEnv
  /** Migrations were applied just now: the database is not what was noted. */
  isChanged: boolean
  signal: AbortSignal
}

/** Null when it could not be prepared; the process has said why. */
export async function prepareOnce({ env, childEnvironment, isChanged, signal }: Preparing): Promise<Prepared | null> {
  // Of a database elsewhere nobody knows what others did to it.
  const note = env.DATABASE_URL ? null : path.join(env.DATA_DIR, 'postgresql', `prepared${env.DEMO ? '-with-demo' : ''}.json`)
  const preparedFrom = fingerprint(sources)
  if (note && !isChanged && fs.existsSync(note)) {
    const noted = JSON.parse(fs.readFileSync(note, 'utf8')) as { preparedFrom: string; prepared: Prepared }
    if (noted.preparedFrom === preparedFrom) return noted.prepared
  }
  const prepared = await prepareNow(childEnvironment, signal)
  if (note && prepared?.isSound) writeWhole(note, JSON.stringify({ preparedFrom, prepared }))
  return prepared
}

/** Another start reads it as it was or as it will be. */
function writeWhole(file: string, text: string): void {
  fs.writeFileSync(`${file}.${process.pid}`, text)
  fs.renameSync(`${file}.${process.pid}`, file)
}

function prepareNow(childEnvironment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Prepared | null> {
  return new Promise((resolve, reject) => {
    const child = fork('commands/prepare-data.ts', { execArgv: ['--import', 'tsx'], env: childEnvironment, signal })
    let prepared: Prepared | null = null
    child.once('message', (said) => (prepared = said as Prepared))
    child.once('error', reject)
    child.once('exit', () => resolve(prepared))
  })
}
