// The facts that the indicator depends on, and whose they are. People merged with one another are one group, locked together.
import { dayFromDate } from '#app/core/kernel/calendar.ts'
import type { Theme } from '#app/core/kernel/dimensions.ts'
import type { Facts } from '#app/core/strategy/facts.ts'
import type { Database, Transaction } from '#app/platform/db.server.ts'

export type LockedPerson = { id: string; factsVersion: number; syncedVersion: number }

/** Locks the person and everybody merged with them, in the order of ids. Nobody when there is no such person. */
export async function lockMergeGroup(tx: Transaction, personId: string): Promise<LockedPerson[]> {
  let members = await listMergeGroup(tx, personId)
  for (;;) {
    // Facts are recorded under the same lock; foreign keys to the person do not wait for it.
    const locked = await tx.$queryRaw<LockedPerson[]>`
      select id, facts_version as "factsVersion", synced_version as "syncedVersion" from person
      where id = any(${members}::uuid[]) order by id for no key update`
    const now = await listMergeGroup(tx, personId)
    if (now.length === members.length) return locked
    // Somebody was merged while this waited.
    members = now
  }
}

async function listMergeGroup(tx: Transaction, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive member (id) as (
      select ${personId}::uuid
      union
      select case when m.from_person_id = member.id then m.into_person_id else m.from_person_id end
      from member join person_merge m on m.from_person_id = member.id or m.into_person_id = member.id
    )
    select id from member`
  return rows.map(({ id }) => id)
}

export async function loadFacts(tx: Transaction, personIds: string[]): Promise<Facts> {
  const whose = { personId: { in: personIds } }
  const certificates = await tx.certificate.findMany({
    where: whose,
    select: { id: true, personId: true, theme: true, countsTowardIndicator: true, effectiveOn: true, validUntil: true, recordedAt: true, revocation: { select: { effect: true, effectiveOn: true, recordedAt: true } } },
  })
  const posts = await tx.post.findMany({ where: whose, include: { school: { select: { countyCode: true, residence: true } } } })
  const merges = personIds.length > 1 ? await tx.personMerge.findMany({ where: { fromPersonId: { in: personIds } } }) : []
  return {
    certificates: certificates.map(({ revocation, ...certificate }) => ({
      ...certificate,
      theme: certificate.theme as Theme,
      effectiveOn: dayFromDate(certificate.effectiveOn),
      validUntil: certificate.validUntil && dayFromDate(certificate.validUntil),
      revocation: revocation && { ...revocation, effectiveOn: dayFromDate(revocation.effectiveOn) },
    })),
    posts: posts.map(({ id, personId, school, level, isMain, hoursPerWeek, startsOn, recordedAt, endsOn, endRecordedAt }) => ({
      id,
      personId,
      county: school.countyCode,
      residence: school.residence,
      level,
      isMain,
      hoursPerWeek,
      startsOn: dayFromDate(startsOn),
      recordedAt,
      end: endsOn && endRecordedAt && { endsOn: dayFromDate(endsOn), recordedAt: endRecordedAt },
    })),
    merges: merges.map(({ fromPersonId, intoPersonId, recordedAt }) => ({ from: fromPersonId, into: intoPersonId, recordedAt })),
  }
}

/** The ledger now says what these facts, of the versions under lock, say. */
export async function markSynced(tx: Transaction, persons: LockedPerson[]): Promise<void> {
  await tx.$executeRaw`update person set synced_version = facts_version where id = any(${persons.map(({ id }) => id)}::uuid[])`
}

/** Those for whom the ledger lags, who have waited longest first. */
export async function listLagging(db: Database, limit: number): Promise<{ personId: string; since: Date }[]> {
  return db.$queryRaw`
    select id as "personId", facts_changed_at as since from person
    where synced_version < facts_version order by facts_changed_at, id limit ${limit}`
}
