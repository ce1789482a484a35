// npm run worker: one worker process, as many as wanted. SIGTERM and SIGINT, and the end of the process that started it,
// let it finish what is under way.
import { environment } from '#app/platform/env.server.ts'
import { startWorker } from '#workers/main.ts'

/** An orchestrator waits 30 s before it kills. */
const STOP_WITHIN_MS = 25_000

function say(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
}

async function main(): Promise<void> {
  let failed = false
  let stop = () => {}
  const told = new Promise<void>((resolve) => {
    stop = () => {
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
      resolve()
    }
  })
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, stop)

  const worker = await startWorker(environment(), {
    onWrongClock(error) {
      say(error)
      failed = true
      stop()
    },
  })
  // Tells a supervising process that jobs can be worked.
  process.send?.({ ready: true })
  await told
  await worker.stop()
  process.exit(failed ? 1 : 0)
}

main().catch((error: unknown) => {
  say(error)
  process.exit(1)
})
