// Counts the indicator again from certificates, revocations, posts and merges, in one statement over one snapshot, and lays it beside
// the ledger. Shares no code with the core or the ledger: for each month it asks the definition of its last day.
import { Prisma } from '#prisma/client/client.ts'
import type { Day } from '#app/core/kernel/calendar.ts'
import type { Database } from '#app/platform/db.server.ts'

export type ComparedRow = { month: string; series: string; county: string | null; residence: string | null; level: string | null; ledger: number; counted: number; cells: number }

/** As long as a recount of the whole country may take. */
const TIMEOUT_MS = 15 * 60_000

/** Until today's month at least. Rows with a cell: where the two differ. Rows without: the totals of a month and series, with the number of cells compared. */
export async function compareWithLedger(db: Database, today: Day): Promise<{ rows: ComparedRow[]; unsynced: number }> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`select set_config('statement_timeout', ${String(TIMEOUT_MS)}, true), set_config('work_mem', '128MB', true), set_config('jit', 'off', true), set_config('enable_nestloop', 'off', true)`
      const rows = await tx.$queryRaw<ComparedRow[]>(comparisonUntil(today))
      const [waiting] = await tx.$queryRaw<[{ unsynced: number }]>`select count(*)::int as unsynced from person where facts_version > synced_version`
      return { rows, unsynced: waiting.unsynced }
    },
    { isolationLevel: 'RepeatableRead', timeout: TIMEOUT_MS },
  )
}

const comparisonUntil = (today: Day) => Prisma.sql`
with recursive
-- From the first certificate to the month after the last day that anything mentions, today among them.
bounds as (
  select min(first) as first, max(last) as last from (
    select effective_on as first, greatest(effective_on, valid_until, recorded_at::date) as last from certificate
    union all select null, greatest(starts_on, ends_on, recorded_at::date, end_recorded_at::date) from post
    union all select null, greatest(effective_on, recorded_at::date) from revocation
    union all select null, recorded_at::date from person_merge
    union all select month, month from ledger_entry
    union all select null, ${today}::date
  ) mentioned
),
-- closes_at: the end of the third month after, in Bucharest. What is recorded from then on does not change the month.
month as (
  select day::date as first_day, (day + interval '1 month - 1 day')::date as last_day, (day + interval '4 months') at time zone 'Europe/Bucharest' as closes_at
  from bounds, generate_series(date_trunc('month', bounds.first::timestamp), date_trunc('month', bounds.last::timestamp) + interval '1 month', interval '1 month') day
),
-- Who somebody merged away counts as, month by month: the end of the chain.
step (person_id, first_day, closes_at, reached_id, steps) as (
  select g.from_person_id, m.first_day, m.closes_at, g.into_person_id, 1 from person_merge g join month m on g.recorded_at < m.closes_at
  union all
  select s.person_id, s.first_day, s.closes_at, g.into_person_id, s.steps + 1 from step s join person_merge g on g.from_person_id = s.reached_id and g.recorded_at < s.closes_at
) cycle person_id, first_day, reached_id set is_circle using path,
counts_as as materialized (
  select distinct on (person_id, first_day) person_id, first_day, reached_id from step order by person_id, first_day, steps desc
),
-- What a certificate counts for, as bits: the headline is 1, each theme has one of its own.
theme as (
  select theme, 1 << row_number() over (order by theme)::int as bit from (select distinct theme from certificate) each_theme
),
series (name, bit) as (
  select 'any', 1 union all select theme, bit from theme
),
held as materialized (
  select c.person_id, t.bit + case when c.counts_toward_indicator then 1 else 0 end as bits, c.effective_on, c.valid_until, c.recorded_at,
    r.effect as revoked, r.effective_on as revoked_on, r.recorded_at as revoked_at
  from certificate c join theme t on t.theme = c.theme left join revocation r on r.certificate_id = c.id
  where c.counts_toward_indicator or c.theme not in ('digital_pedagogy', 'cyber_hygiene', 'data_protection')
),
-- rank: the smallest of a person's posts is the main one.
worked as materialized (
  select p.person_id, row_number() over (order by p.is_main desc, p.hours_per_week desc nulls last, p.starts_on, p.id) as rank,
    s.county_code as county, s.residence::text as residence, coalesce(p.level::text, 'unknown') as level, p.starts_on, p.recorded_at, p.ends_on, p.end_recorded_at
  from post p join school s on s.code = p.school_code
),
counted as (
  select m.first_day, series.name as theme, of_month.county, of_month.residence, of_month.level, sum(of_month.persons) as persons
  from month m cross join lateral (
    select certified.bits, w.county, w.residence, w.level, count(*) as persons
    from (
      select coalesce(a.reached_id, h.person_id) as person_id, bit_or(h.bits) as bits
      from held h left join counts_as a on a.person_id = h.person_id and a.first_day = m.first_day
      where h.effective_on <= m.last_day and (h.valid_until is null or h.valid_until >= m.last_day) and h.recorded_at < m.closes_at
        and not coalesce(h.revoked_at < m.closes_at and (h.revoked = 'void' or h.revoked_on <= m.last_day), false)
      group by 1
    ) certified
    join (
      select coalesce(a.reached_id, w.person_id) as person_id, min(w.rank) as rank
      from worked w left join counts_as a on a.person_id = w.person_id and a.first_day = m.first_day
      where w.starts_on <= m.last_day and w.recorded_at < m.closes_at and not coalesce(w.ends_on < m.last_day and w.end_recorded_at < m.closes_at, false)
      group by 1
    ) main on main.person_id = certified.person_id
    join worked w on w.rank = main.rank
    group by 1, 2, 3, 4
  ) of_month
  join series on of_month.bits & series.bit > 0
  group by 1, 2, 3, 4, 5
),
entry as (
  select date_trunc('month', month::timestamp)::date as first_day, theme, county_code as county, residence, level, sum(delta) as delta from ledger_entry group by 1, 2, 3, 4, 5
),
ledger as (
  select m.first_day, c.theme, c.county, c.residence, c.level, sum(coalesce(e.delta, 0)) over (partition by c.theme, c.county, c.residence, c.level order by m.first_day) as persons
  from (select distinct theme, county, residence, level from entry) c cross join month m left join entry e using (first_day, theme, county, residence, level)
),
compared as materialized (
  select first_day, theme, county, residence, level, coalesce(l.persons, 0)::int as ledger, coalesce(c.persons, 0)::int as counted
  from ledger l full join counted c using (first_day, theme, county, residence, level)
)
select to_char(first_day, 'YYYY-MM') as month, theme as series, county, residence, level, ledger, counted, 1 as cells from compared where ledger <> counted
union all
select to_char(first_day, 'YYYY-MM'), theme, null, null, null, sum(ledger)::int, sum(counted)::int, count(*)::int from compared group by first_day, theme
order by 1, 2, 3 nulls first, 4, 5`
