// The real worker, as production runs it, in a process of its own, for tests that kill it.
import { spawn, type ChildProcess } from 'node:child_process'
import { afterAll } from 'vitest'
import { childEnvironment } from '#app/platform/env.server.ts'

export type WorkerProcess = {
  /** When it can work jobs. @throws with what it said, when it ended before */
  ready: Promise<void>
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string>
  /** What it wrote to standard error. */
  said(): string
  kill(signal: NodeJS.Signals): void
  /** As if the process that started it had gone. */
  disconnect(): void
}

const started = new Set<ChildProcess>()

/** `preload` is a module that is loaded before it. */
export function startWorkerProcess(env: Record<string, string>, { preload }: { preload?: string } = {}): WorkerProcess {
  const child = spawn(process.execPath, [...(preload ? ['--import', 'tsx', '--import', preload] : []), 'commands/built.mjs', 'worker'], {
    env: childEnvironment({ NODE_ENV: 'test', LOG_LEVEL: 'warn', REDIS_URL: '', SMTP_URL: '', ...env }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  started.add(child)
  let said = ''
  child.stdout?.on('data', (text: Buffer) => (said += String(text)))
  child.stderr?.on('data', (text: Buffer) => (said += String(text)))
  const ended = new Promise<number | string>((resolve) => child.once('exit', (code, signal) => (started.delete(child), resolve(code ?? signal ?? 'gone'))))
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: { ready?: boolean }) => message.ready && resolve())
    void ended.then((code) => reject(new Error(`the worker ended with ${code} before it was ready: ${said}`)))
  })
  // A worker that is killed on purpose is never ready, and nobody may be waiting.
  ready.catch(() => {})
  return { ready, ended, said: () => said, kill: (signal) => void child.kill(signal), disconnect: () => child.disconnect() }
}

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
})
