// Every job there is: name, payload of ids only, attempts, backoff; and which event promises which job. No handlers here.
import { z } from 'zod'
import type { EventType } from '#app/core/kernel/events.ts'

type JobDefinition = {
  payload: z.ZodType<Record<string, string>>
  /** Tries by the queue. When they are used up the sweep begins anew from the database. */
  attempts: number
  /** First pause before another try; doubles each time. */
  backoffMs: number
  /** Jobs of this name worked at once by one worker process. */
  concurrency: number
}

export const jobCatalogue = {
  /** Renders, signs and stores what belongs to a certificate that was recorded. */
  'certificate.issue': { payload: z.strictObject({ certificateId: z.uuid() }), attempts: 8, backoffMs: 500, concurrency: 2 },
  /** Signs a status list again after a revocation. */
  'status-list.sign': { payload: z.strictObject({ statusListId: z.string().regex(/^\d{1,9}$/) }), attempts: 8, backoffMs: 500, concurrency: 1 },
  /** Brings the ledger in line with a person's facts. */
  'indicator.sync': { payload: z.strictObject({ personId: z.uuid() }), attempts: 8, backoffMs: 500, concurrency: 4 },
  /** Sends one mail once. */
  'mail.send': { payload: z.strictObject({ mailId: z.uuid() }), attempts: 10, backoffMs: 2_000, concurrency: 2 },
} satisfies Record<string, JobDefinition>

export type JobName = keyof typeof jobCatalogue
export type JobPayload<N extends JobName> = z.infer<(typeof jobCatalogue)[N]['payload']>
export type Job = { [N in JobName]: { name: N; payload: JobPayload<N> } }[JobName]

export const jobNames = Object.keys(jobCatalogue) as JobName[]

/** What an event promises. The subject of each is the id its job needs. */
const promised: Record<EventType, (subjectId: string) => Job> = {
  'certificate.recorded': (id) => ({ name: 'certificate.issue', payload: { certificateId: id } }),
  'status-list.changed': (id) => ({ name: 'status-list.sign', payload: { statusListId: id } }),
  'person.facts-changed': (id) => ({ name: 'indicator.sync', payload: { personId: id } }),
  'mail.requested': (id) => ({ name: 'mail.send', payload: { mailId: id } }),
}

export function jobOf(event: { type: EventType; subjectId: string }): Job {
  return promised[event.type](event.subjectId)
}
