// How failures are told: by their kind, because messages of databases and mail servers quote names and addresses; and not a
// thousand times over.
import type { Log } from './log.server.ts'

/** The class and code of an error: enough to find it, nothing of what was in it. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code } = error as { code?: unknown }
  return typeof code === 'string' || typeof code === 'number' ? `${error.name} ${code}` : error.name
}

/** Says `line` at once and then at most every `everyMs`, however often it is called. */
export function saySometimes(log: Log, line: string, everyMs = 30_000): (error: unknown) => void {
  let saidAt = -Infinity
  return (error) => {
    if (performance.now() - saidAt < everyMs) return
    saidAt = performance.now()
    log.warn({ kind: kindOf(error) }, line)
  }
}

export class Late extends Error {
  override name = 'Late'
}

/** What `work` gives, if it gives it in time; what comes later is nobody's. @throws Late */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Late(`nothing within ${ms} ms`)), ms)
  })
  work.catch(() => {})
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
