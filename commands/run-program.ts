// Runs a program to its end and keeps what it says.
import { spawn } from 'node:child_process'
import { childEnvironment } from '#app/platform/env.server.ts'

export type Ended = { code: number; said: string }

/** `environment` is set over this process's own. When the signal aborts, the program is ended. Code 1 when it cannot be run at all. */
export function runProgram(program: string, words: string[], { environment = {}, signal }: { environment?: Record<string, string>; signal?: AbortSignal | undefined } = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { env: childEnvironment(environment), stdio: ['ignore', 'pipe', 'pipe'], signal })
    let said = ''
    const hear = (piece: Buffer) => (said += piece.toString())
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => resolve({ code: 1, said: `${said}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}
