// The numbers as Prometheus reads them (text format 0.0.4), after those of this process.
import { Gauge, Registry } from 'prom-client'
import { processMetrics } from '#app/platform/metrics.server.ts'
import { countedStates } from '#app/platform/queue-view.server.ts'
import type { Lag, Numbers } from './read-numbers.server.ts'

export async function writeMetrics({ database, queues }: Numbers): Promise<{ type: string; text: string }> {
  const registry = new Registry()
  const set = (name: string, help: string, value: number) => new Gauge({ name: `catedra_${name}`, help, registers: [registry] }).set(value)
  const setLag = (name: string, what: string, { waiting, lagMs }: Lag) => {
    set(`${name}_waiting`, `${what}: how many wait`, waiting)
    set(`${name}_lag_seconds`, `${what}: since when the oldest waits`, lagMs / 1000)
  }

  const up = new Gauge({ name: 'catedra_up', help: '1 when the part answers', labelNames: ['part'], registers: [registry] })
  up.set({ part: 'database' }, database ? 1 : 0)
  up.set({ part: 'queue' }, queues ? 1 : 0)

  if (database) {
    setLag('outbox', 'Events to be relayed', database.outbox)
    setLag('certificates', 'Certificates to be issued', database.certificates)
    setLag('indicator', 'People whom the ledger does not follow yet', database.indicator)
    setLag('mails', 'Mails to be sent', database.mails)
    set('mails_given_up', 'Mails that nobody took for four days', database.mails.givenUp)
    set('certificates_issued', 'Certificates issued, those revoked since among them', database.certificates.issued)
    set('certificates_revoked', 'Certificates revoked', database.certificates.revoked)
    set('status_lists_stale', 'Status lists that lack a revocation', database.staleStatusLists)
  }
  if (queues) {
    const jobs = new Gauge({ name: 'catedra_queue_jobs', help: 'Jobs in the queue', labelNames: ['queue', 'state'], registers: [registry] })
    const age = new Gauge({ name: 'catedra_queue_oldest_age_seconds', help: 'Since when the oldest waiting job waits', labelNames: ['queue'], registers: [registry] })
    for (const queue of queues) {
      for (const state of countedStates) jobs.set({ queue: queue.name, state }, queue.jobs[state])
      age.set({ queue: queue.name }, queue.oldestAgeMs / 1000)
    }
  }
  return { type: registry.contentType, text: await Registry.merge([processMetrics, registry]).metrics() }
}
