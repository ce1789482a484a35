// Waits for what comes of itself.
import { setTimeout } from 'node:timers/promises'

/** What `look` gives once it is neither null, undefined nor false. @throws after `withinMs`, naming what was waited for */
export async function until<T>(what: string | (() => string), look: () => T | Promise<T>, withinMs = 10_000): Promise<NonNullable<T>> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const found = await look()
    if (found) return found
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms in vain until ${typeof what === 'string' ? what : what()}`)
    await setTimeout(20)
  }
}
