// Days and months in Europe/Bucharest, as ISO text that sorts by time: '2026-11-22' and '2026-11'.
export type Day = string & { readonly day: unique symbol }
export type Month = string & { readonly month: unique symbol }

export const timeZone = 'Europe/Bucharest'

const dayInBucharest = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })

const dayShape = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/

/** Null when the text is not a day that exists. */
export function parseDay(text: string): Day | null {
  if (!dayShape.test(text)) return null
  return new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text ? (text as Day) : null
}

/** Null when the text is not a month. */
export function parseMonth(text: string): Month | null {
  return monthShape.test(text) ? (text as Month) : null
}

/** The day in Bucharest on which the instant falls. */
export function dayOf(instant: Date): Day {
  return dayInBucharest.format(instant) as Day
}

export function monthOf(at: Date | Day): Month {
  return (typeof at === 'string' ? at : dayOf(at)).slice(0, 7) as Month
}

export function addMonths(month: Month, count: number): Month {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const index = year * 12 + (number - 1) + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month
}

export function lastDayOf(month: Month): Day {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) as Day
}

export function firstDayOf(month: Month): Day {
  return `${month}-01` as Day
}

/** The same day so many months later, or the month's last where it has no such day. */
export function dayAfterMonths(day: Day, count: number): Day {
  const month = addMonths(monthOf(day), count)
  const last = lastDayOf(month)
  const same = `${month}-${day.slice(8)}`
  return (same < last ? same : last) as Day
}

export function dayBefore(day: Day): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10) as Day
}

/** From the first to the last, both included; empty when the last is before the first. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = []
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month)
  return months
}

/** PostgreSQL's `date` as Prisma gives it (midnight UTC) and takes it. */
export function dayFromDate(date: Date): Day {
  return date.toISOString().slice(0, 10) as Day
}

export function dateFromDay(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}
