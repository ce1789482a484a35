// Counts what this process does, for Prometheus.
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

/** Of this process; not prom-client's global one, which a reloaded module would fill twice. */
export const processMetrics = new Registry()
collectDefaultMetrics({ register: processMetrics })

const requests = new Counter({ name: 'catedra_http_requests_total', help: 'Requests answered', labelNames: ['method', 'status'], registers: [processMetrics] })
const durations = new Histogram({
  name: 'catedra_http_request_duration_seconds',
  help: 'From the arrival of a request to its answer',
  labelNames: ['method'],
  // Around what a page may take (1 s) and what a cached one takes (1 ms).
  buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [processMetrics],
})

const methods = new Set(['GET', 'HEAD', 'POST'])

/** No address in it: serials are in addresses. */
export function observeRequest(method: string, status: number, seconds: number): void {
  // A method can be any word: each would be a series of its own.
  const known = methods.has(method) ? method : 'other'
  requests.inc({ method: known, status: String(status) })
  durations.observe({ method: known }, seconds)
}
