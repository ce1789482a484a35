// Numbers for Prometheus: to whoever holds METRICS_TOKEN, or to this machine where there is none.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { readNumbers } from '#app/features/operations/read-numbers.server.ts'
import { writeMetrics } from '#app/features/operations/write-metrics.server.ts'
import { mayReadMetrics } from '#app/platform/http/metrics-guard.server.ts'
import { queueView } from '#app/platform/http/queue.server.ts'
import { world } from '#app/platform/http/world.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  if (!mayReadMetrics(request)) return new Response(null, { status: 403 })
  const { type, text } = await writeMetrics(await readNumbers(world(), queueView()))
  return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } })
}
