// The order of a table's rows, as its address asks for it: a column, from the largest with a minus before it.
import type { BreakdownRow } from '#app/core/strategy/indicator-view.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import { compareNames } from '#app/language/format.ts'

export const sortColumns = ['name', 'certified', 'staff', 'percent'] as const
export type SortColumn = (typeof sortColumns)[number]
export type Sort = { column: SortColumn; descending: boolean }

/** Null when the text asks for nothing: then rows stay in their own order. */
export function parseSort(text: string | null): Sort | null {
  const column = sortColumns.find((name) => name === text?.replace(/^-/, ''))
  return column ? { column, descending: text!.startsWith('-') } : null
}

/** Rows without a figure come last in either direction. */
export function sortRows(rows: BreakdownRow[], sort: Sort | null, locale: Locale): BreakdownRow[] {
  if (!sort) return rows
  const { column, descending } = sort
  const sign = descending ? -1 : 1
  const byName = compareNames(locale)
  return [...rows].sort((a, b) => {
    if (column === 'name') return sign * byName(a.name, b.name)
    const [left, right] = [a[column], b[column]]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (left - right)
  })
}
