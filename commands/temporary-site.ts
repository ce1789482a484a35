// A whole site of its own for measurements and pictures: `npm start` in a data folder that is gone afterwards.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '#app/platform/embedded-postgres-programs.server.ts'
import { childEnvironment } from '#app/platform/env.server.ts'

export type TemporarySite = { url: string; dataDir: string; stop(): Promise<void> }

/** A first start builds, and fills the demo nation. */
const LONGEST_START_MS = 300_000

export async function startTemporarySite(extra: Record<string, string> = {}): Promise<TemporarySite> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-site-'))
  fs.chmodSync(dataDir, 0o755)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['commands/start.mjs'], {
    env: childEnvironment({ PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...extra }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The site was not ready in time')), LONGEST_START_MS)
      let said = ''
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (!said.includes('Catedra ready:')) return
        clearTimeout(timer)
        resolve()
      })
      child.once('exit', (code) => reject(new Error(`The site ended before it was ready (exit code ${code})\n${said}`)))
    })
  } catch (error) {
    await stop()
    throw error
  }
  return { url, dataDir, stop }
}
