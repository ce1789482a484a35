// What is promised and not yet kept, counted across features by indexes over what is left to do.
import type { Queryable } from '#app/platform/db.server.ts'

export type Backlog = { waiting: number; oldestAt: Date | null }

async function countBacklog(rows: Promise<Backlog[]>): Promise<Backlog> {
  return (await rows)[0] ?? { waiting: 0, oldestAt: null }
}

export function countUnrelayed(db: Queryable): Promise<Backlog> {
  return countBacklog(db.$queryRaw`select count(*)::int as waiting, min(created_at) as "oldestAt" from event where relayed_at is null`)
}

export function countPending(db: Queryable): Promise<Backlog> {
  return countBacklog(db.$queryRaw`select count(*)::int as waiting, min(recorded_at) as "oldestAt" from certificate where state = 'pending'`)
}

export function countUnsynced(db: Queryable): Promise<Backlog> {
  return countBacklog(db.$queryRaw`select count(*)::int as waiting, min(facts_changed_at) as "oldestAt" from person where facts_version > synced_version`)
}

export function countUnsent(db: Queryable, since: Date): Promise<Backlog> {
  return countBacklog(db.$queryRaw`select count(*)::int as waiting, min(created_at) as "oldestAt" from mail where sent_at is null and created_at >= ${since}`)
}

export async function countUnsentBefore(db: Queryable, instant: Date): Promise<number> {
  return db.mail.count({ where: { sentAt: null, createdAt: { lt: instant } } })
}

export async function countIssued(db: Queryable): Promise<number> {
  return db.certificate.count({ where: { state: 'issued' } })
}

export async function countRevoked(db: Queryable): Promise<number> {
  return db.revocation.count()
}

export async function countStaleLists(db: Queryable): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`select count(*)::int as count from status_list where signed_revision < revision`
  return row.count
}
