// What the web process may ask of the queue: opened on first use and shared by all requests.
import { environment } from '../env.server.ts'
import { openQueueView, type QueueView } from '../queue-view.server.ts'

let current: QueueView | undefined

export function queueView(): QueueView {
  current ??= openQueueView(environment())
  return current
}

/** Puts another view in its place, whose opener closes it: route tests run in a database of their own. */
export function useQueueView(given: QueueView): void {
  current = given
}
