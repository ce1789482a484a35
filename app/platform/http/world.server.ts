// The world of the web process, opened on first use and shared by all requests.
import { environment } from '../env.server.ts'
import { openWorld, type OpenWorld } from '../world.server.ts'

let current: OpenWorld | undefined

export function world(): OpenWorld {
  current ??= openWorld(environment(), 'web', { connections: 12 })
  return current
}

/** Puts another world in its place, whose opener closes it: route tests run in a database of their own. */
export function useWorld(given: Omit<OpenWorld, 'close'>): void {
  current = { ...given, close: () => Promise.resolve() }
}

export async function closeWorld(): Promise<void> {
  await current?.close()
  current = undefined
}
