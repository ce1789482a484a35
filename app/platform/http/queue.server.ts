// What the web process may ask of the queue: opened on first use and shared by all requests.
import { environment } from '../env.server.ts'
import { openQueueView, type QueueView } from '../queue-view.server.ts'

let current: QueueView | undefined

export function queueView(): QueueView {
  current ??= openQueueView(environment())
  return current
}
