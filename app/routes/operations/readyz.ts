// The process can serve, part by part.
import { json } from '@remix-run/node'
import { checkReadiness } from '#app/features/operations/check-readiness.server.ts'
import { queueView } from '#app/platform/http/queue.server.ts'
import { world } from '#app/platform/http/world.server.ts'

export async function loader() {
  const { ok, parts } = await checkReadiness(world(), queueView())
  return json({ status: ok ? 'ready' : 'not ready', parts }, { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
