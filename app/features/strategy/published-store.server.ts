// What protection is decided on: the history of every published cell, and a mark that changes whenever it may have.
import { dateFromDay, dayFromDate, firstDayOf, lastDayOf, type Month } from '#app/core/kernel/calendar.ts'
import type { Change, StaffOfCell } from '#app/core/strategy/published-cells.ts'
import { ANY_THEME } from '#app/core/strategy/series.ts'
import type { Queryable } from '#app/platform/db.server.ts'

/** Changes of the number of certified people, by county and residence, by county and level, and by theme. */
export async function readHistory(db: Queryable, month: Month): Promise<Change[]> {
  const last = dateFromDay(firstDayOf(month))
  return db.$queryRaw<Change[]>`
    select county_code as county, residence, level, null as theme, to_char(month, 'YYYY-MM') as month, sum(delta)::int as delta
    from ledger_entry where theme = ${ANY_THEME} and month <= ${last}::date
    group by grouping sets ((county_code, residence, month), (county_code, level, month)) having sum(delta) <> 0
    union all
    select null, null, null, theme, to_char(month, 'YYYY-MM'), sum(delta)::int
    from ledger_entry where theme <> ${ANY_THEME} and month <= ${last}::date group by theme, month having sum(delta) <> 0`
}

export async function readStaffHistory(db: Queryable, month: Month): Promise<StaffOfCell[]> {
  const rows = await db.$queryRaw<(Omit<StaffOfCell, 'date'> & { date: Date })[]>`
    select reference_date as date, county_code as county, residence, level, null as theme, sum(staff)::int as staff
    from staff_cell join staff_set on staff_set.id = set_id where reference_date <= ${dateFromDay(lastDayOf(month))}::date
    group by grouping sets ((reference_date, county_code, residence), (reference_date, county_code, level))`
  return rows.map((row) => ({ ...row, date: dayFromDate(row.date) }))
}

/** Two equal marks mean the same history, but for entries whose transactions end out of order. */
export async function readMark(db: Queryable): Promise<string> {
  const [row] = await db.$queryRaw<[{ mark: string }]>`
    select concat_ws('/', (select max(id) from ledger_entry), (select count(*) from staff_set), (select max(entered_at) from staff_set), (select count(*) from staff_cell), (select count(*) from county)) as mark`
  return row.mark
}
