// What the indicator's figures are read from: sums of the ledger, flows of certificates, staff sets, registered posts, targets.
import { Prisma } from '#prisma/client/client.ts'
import { dateFromDay, dayFromDate, firstDayOf, lastDayOf, type Day, type Month } from '#app/core/kernel/calendar.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import type { BreakdownBy, Period } from '#app/core/strategy/indicator-query.ts'
import { ANY_THEME } from '#app/core/strategy/series.ts'
import type { Queryable } from '#app/platform/db.server.ts'

/** Which people are counted, and by what. */
export type Scope = { month: Month; by: BreakdownBy; county: string | null }
export type Count = { key: string; count: number }
export type MonthCount = { month: Month; count: number }

function until(month: Month): Prisma.Sql {
  return Prisma.sql`${dateFromDay(firstDayOf(month))}::date`
}

/** `of` has county_code, residence and level; the region comes with `joinRegion`. */
function keyOf(by: BreakdownBy, of: string): Prisma.Sql {
  if (by === 'region') return Prisma.sql`coalesce(county.region_code, 'unknown')`
  const column = { county: 'county_code', residence: 'residence', level: 'level', theme: 'theme' }[by]
  return Prisma.raw(`${of}.${column}`)
}

function joinRegion(by: BreakdownBy, of: string): Prisma.Sql {
  return by === 'region' ? Prisma.raw(`left join county on county.code = ${of}.county_code`) : Prisma.empty
}

function ofCounty(county: string | null, of: string): Prisma.Sql {
  return county === null ? Prisma.empty : Prisma.sql`and ${Prisma.raw(of)}.county_code = ${county}`
}

/** People certified at the end of the month, by key. */
export async function readCertified(db: Queryable, { month, by, county }: Scope): Promise<Count[]> {
  return db.$queryRaw<Count[]>`
    select ${keyOf(by, 'e')} as key, sum(e.delta)::int as count from ledger_entry e ${joinRegion(by, 'e')}
    where ${by === 'theme' ? Prisma.sql`e.theme <> ${ANY_THEME}` : Prisma.sql`e.theme = ${ANY_THEME}`} and e.month <= ${until(month)} ${ofCounty(county, 'e')}
    group by 1`
}

/** Changes of the number of certified people in the whole country; all before the period count as its first month's. */
export async function readChanges(db: Queryable, { month, from }: Period): Promise<MonthCount[]> {
  return db.$queryRaw<MonthCount[]>`
    select to_char(greatest(month, ${until(from)}), 'YYYY-MM') as month, sum(delta)::int as count
    from ledger_entry where theme = ${ANY_THEME} and month <= ${until(month)} group by 1`
}

/** `counts_as`: whom people count as who were merged away, at the end of the chain. For a `with recursive`. */
function countsAs(known: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    step (person_id, reached_id) as (
      select m.from_person_id, m.into_person_id from person_merge m where ${known}
      union
      select s.person_id, m.into_person_id from step s join person_merge m on m.from_person_id = s.reached_id where ${known}
    ),
    counts_as as (select person_id, reached_id from step s where not exists (select from step t where t.person_id = s.reached_id))`
}

/** People whose first qualifying certificate is effective in the month; a certificate void from the start was never one. */
export async function readNewlyCertified(db: Queryable, { month, from }: Period): Promise<MonthCount[]> {
  return db.$queryRaw<MonthCount[]>`
    with recursive ${countsAs(Prisma.sql`true`)},
    held as (
      select coalesce(a.reached_id, c.person_id) as person_id, c.effective_on
      from certificate c left join counts_as a on a.person_id = c.person_id left join revocation r on r.certificate_id = c.id
      where c.counts_toward_indicator and r.effect is distinct from 'void' and c.effective_on <= ${dateFromDay(lastDayOf(month))}::date
    )
    select to_char(first_on, 'YYYY-MM') as month, count(*)::int as count
    from (select min(effective_on) as first_on from held group by person_id) first
    where first_on >= ${until(from)} group by 1`
}

export async function readIssued(db: Queryable, { month, from }: Period): Promise<MonthCount[]> {
  return db.$queryRaw<MonthCount[]>`
    select to_char(effective_on, 'YYYY-MM') as month, count(*)::int as count from certificate
    where state = 'issued' and effective_on between ${until(from)} and ${dateFromDay(lastDayOf(month))}::date group by 1`
}

export type StaffSet = { date: Day; source: string }

/** The newest at the end of the month. */
export async function findStaffSet(db: Queryable, month: Month): Promise<(StaffSet & { id: string }) | null> {
  const set = await db.staffSet.findFirst({ where: { referenceDate: { lte: dateFromDay(lastDayOf(month)) } }, orderBy: { referenceDate: 'desc' } })
  return set && { id: set.id, date: dayFromDate(set.referenceDate), source: set.source }
}

/** Teaching staff by key; themes have none of their own. */
export async function readStaff(db: Queryable, setId: string, { by, county }: Pick<Scope, 'by' | 'county'>): Promise<Count[]> {
  const key = by === 'theme' ? Prisma.sql`'whole'` : keyOf(by, 's')
  return db.$queryRaw<Count[]>`
    select ${key} as key, sum(s.staff)::int as count from staff_cell s ${joinRegion(by, 's')}
    where s.set_id = ${setId}::uuid ${ofCounty(county, 's')} group by 1`
}

/** People with a post at the end of the month by what was recorded while the month was open, each at their main post. */
export async function readRegistered(db: Queryable, { month, by, county }: Scope): Promise<Count[]> {
  const key = by === 'theme' ? Prisma.sql`'whole'` : keyOf(by, 'main')
  const lastDay = Prisma.sql`${dateFromDay(lastDayOf(month))}::date`
  // Rule R-6: what is recorded from then on does not change the month.
  const closesAt = Prisma.sql`((${until(month)}::timestamp + interval '4 months') at time zone 'Europe/Bucharest')`
  return db.$queryRaw<Count[]>`
    with recursive ${countsAs(Prisma.sql`m.recorded_at < ${closesAt}`)},
    main as (
      select distinct on (coalesce(a.reached_id, p.person_id)) school.county_code, school.residence::text as residence, coalesce(p.level::text, 'unknown') as level
      from post p join school on school.code = p.school_code left join counts_as a on a.person_id = p.person_id
      where p.starts_on <= ${lastDay} and p.recorded_at < ${closesAt} and not coalesce(p.ends_on < ${lastDay} and p.end_recorded_at < ${closesAt}, false)
      order by coalesce(a.reached_id, p.person_id), p.is_main desc, p.hours_per_week desc nulls last, p.starts_on, p.id
    )
    select ${key} as key, count(*)::int as count from main ${joinRegion(by, 'main')} where true ${ofCounty(county, 'main')} group by 1`
}

export async function readRegions(db: Queryable): Promise<{ code: string; name: Localized }[]> {
  const regions = await db.region.findMany()
  return regions.map(({ code, name, nameEn, nameSv }) => ({ code, name: { ro: name, en: nameEn, sv: nameSv } }))
}

export type IndicatorHead = { code: string; name: Localized; unit: string; kind: string; isHeadline: boolean; itemId: string | null; strategyId: string; strategyStatus: string }

export async function readIndicatorHeads(db: Queryable): Promise<IndicatorHead[]> {
  const rows = await db.indicator.findMany({ include: { strategy: true }, orderBy: [{ isHeadline: 'desc' }, { code: 'asc' }] })
  return rows.map(({ code, name, unit, kind, isHeadline, itemId, strategy }) => ({ code, name: name as Localized, unit, kind, isHeadline, itemId, strategyId: strategy.id, strategyStatus: strategy.status }))
}

/** In percent; null where none was entered for the year. */
export async function findTarget(db: Queryable, code: string, year: number): Promise<number | null> {
  const target = await db.indicatorTarget.findUnique({ where: { indicatorCode_year: { indicatorCode: code, year } } })
  return target?.percent ?? null
}
