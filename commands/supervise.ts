// Keeps a child process: waits until it says that it is ready, begins it anew when it dies, stops it in peace.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

export type Supervised = {
  /** Resolves when it first says that it is ready. Rejects when it ends before: that is no accident but its own refusal. */
  ready: Promise<void>
  /** Ends it and begins it anew, as after a change of its sources. */
  restart(): void
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>
}

/** Longer than a web or worker process takes at most to finish what it is at. */
const LONGEST_STOP_MS = 30_000
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** After so long a life the next death is taken for a new accident. */
const HEALTHY_MS = 60_000

export class EndedEarly extends Error {}

/** `words` are what Node is called with. */
export function supervise(name: string, words: string[], environment: NodeJS.ProcessEnv): Supervised {
  let child: ChildProcess
  let stopping = false
  let restarting = new AbortController()
  let tellReady: () => void
  const ready = new Promise<void>((resolve) => (tellReady = resolve))
  let isReady = false

  /** One life of the process, from its beginning to its end; gives how it ended. */
  async function live(): Promise<string> {
    // In a group of its own: a Ctrl-C reaches this process alone, which then stops the children in order.
    child = spawn(process.execPath, words, { env: environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true })
    child.on('message', (said) => {
      if (!(said as { ready?: boolean }).ready) return
      isReady = true
      tellReady()
    })
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    return signal ?? `exit code ${code}`
  }

  async function liveOnAndOn(): Promise<void> {
    for (let deaths = 0; !stopping; ) {
      const begun = Date.now()
      const end = await live()
      if (stopping) return
      if (!restarting.signal.aborted) {
        if (!isReady) throw new EndedEarly(`The ${name} process ended before it was ready (${end})`)
        deaths = Date.now() - begun > HEALTHY_MS ? 1 : deaths + 1
        const wait = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (deaths - 1))
        console.error(`The ${name} process ended (${end}); it begins anew in ${wait / 1000} s`)
        await pause(wait, undefined, restarting).catch(() => {})
      }
      restarting = new AbortController()
    }
  }

  const life = liveOnAndOn()
  life.catch(() => {})
  return {
    ready: Promise.race([ready, life]),
    restart() {
      restarting.abort()
      child.kill('SIGTERM')
    },
    async stop() {
      stopping = true
      restarting.abort()
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS)
      await life.catch(() => {})
      clearTimeout(timer)
    },
  }
}
