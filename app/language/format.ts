// Dates, numbers and lists as the reader writes them.
import type { Day, Month } from '#app/core/kernel/calendar.ts'
import { timeZone } from '#app/core/kernel/calendar.ts'
import type { Locale } from '#app/core/kernel/locale.ts'

const tags: Record<Locale, string> = { ro: 'ro-RO', en: 'en-GB', sv: 'sv-SE' }
const noDigits = '–'

export function formatDay(day: Day, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

export function formatMonth(month: Month, locale: Locale, style: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat(tags[locale], { month: style, year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
}

/** An instant in Bucharest, to the minute. */
export function formatInstant(instant: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(instant)
}

export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale]).format(value)
}

/** A percentage given as a number such as 30 (never 0.3), with one decimal, or up to one; a dash where there is none. */
export function formatPercent(percent: number | null, locale: Locale, leastDecimals: 0 | 1 = 1): string {
  if (percent === null) return noDigits
  return new Intl.NumberFormat(tags[locale], { style: 'percent', minimumFractionDigits: leastDecimals, maximumFractionDigits: 1 }).format(percent / 100)
}

/** Whole minutes as hours and minutes: 200 is "3 h 20 min". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [hours > 0 ? `${hours}\u00A0h` : '', rest > 0 || hours === 0 ? `${rest}\u00A0min` : '']
  return parts.filter(Boolean).join(' ')
}

export function formatList(items: string[], locale: Locale): string {
  return new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(items)
}

export function compareNames(locale: Locale): (a: string, b: string) => number {
  return new Intl.Collator(tags[locale]).compare
}
