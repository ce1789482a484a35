// The world of the web process, opened on first use and shared by all requests.
import { environment } from '../env.server.ts'
import { openWorld, type OpenWorld } from '../world.server.ts'

let current: OpenWorld | undefined

export function world(): OpenWorld {
  current ??= openWorld(environment(), 'web', { connections: 12 })
  return current
}

export async function closeWorld(): Promise<void> {
  await current?.close()
  current = undefined
}
