// The facts that the indicator depends on, and whose they are. People merged with one another are one group, locked together.
import { dayFromDate } from '#app/core/kernel/calendar.ts'
import type { CertificateFact, Facts, PostFact, RevocationFact } from '#app/core/strategy/facts.ts'
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

type CertificateRow = Pick<CertificateFact, 'id' | 'personId' | 'theme' | 'countsTowardIndicator' | 'recordedAt'> & {
  effectiveOn: Date
  validUntil: Date | null
  revoked: RevocationFact['effect'] | null
  revokedOn: Date | null
  revokedAt: Date | null
}
type PostRow = Omit<PostFact, 'startsOn' | 'end'> & { startsOn: Date; endsOn: Date | null; endRecordedAt: Date | null }

export async function loadFacts(tx: Transaction, personIds: string[]): Promise<Facts> {
  const certificates = await tx.$queryRaw<CertificateRow[]>`
    select c.id, c.person_id as "personId", c.theme, c.counts_toward_indicator as "countsTowardIndicator", c.effective_on as "effectiveOn", c.valid_until as "validUntil",
      c.recorded_at as "recordedAt", r.effect::text as revoked, r.effective_on as "revokedOn", r.recorded_at as "revokedAt"
    from certificate c left join revocation r on r.certificate_id = c.id where c.person_id = any(${personIds}::uuid[])`
  const posts = await tx.$queryRaw<PostRow[]>`
    select p.id, p.person_id as "personId", s.county_code as county, s.residence::text, p.level::text, p.is_main as "isMain", p.hours_per_week as "hoursPerWeek", p.starts_on as "startsOn",
      p.recorded_at as "recordedAt", p.ends_on as "endsOn", p.end_recorded_at as "endRecordedAt"
    from post p join school s on s.code = p.school_code where p.person_id = any(${personIds}::uuid[])`
  const merges = personIds.length > 1 ? await tx.personMerge.findMany({ where: { fromPersonId: { in: personIds } } }) : []
  return {
    certificates: certificates.map(({ effectiveOn, validUntil, revoked, revokedOn, revokedAt, ...fact }) => ({
      ...fact,
      effectiveOn: dayFromDate(effectiveOn),
      validUntil: validUntil && dayFromDate(validUntil),
      revocation: revoked && revokedOn && revokedAt && { effect: revoked, effectiveOn: dayFromDate(revokedOn), recordedAt: revokedAt },
    })),
    posts: posts.map(({ startsOn, endsOn, endRecordedAt, ...fact }) => ({
      ...fact,
      startsOn: dayFromDate(startsOn),
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
    where facts_version > synced_version order by facts_changed_at, id limit ${limit}`
}
