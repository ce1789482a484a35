// Five equal classes from zero, with round limits: what is twice as dark is not a whim of the data.
import type { BreakdownRow } from '#app/core/strategy/indicator-view.ts'

export const CLASSES = 5

export type MapClasses = { measure: 'percent' | 'certified'; width: number }

const roundWidths = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** By percent where any county has one, else by people; null where no county has a figure. */
export function classesOf(rows: BreakdownRow[]): MapClasses | null {
  const measure = rows.some(({ percent }) => percent !== null) ? 'percent' : 'certified'
  const values = rows.flatMap((row) => row[measure] ?? [])
  if (values.length === 0) return null
  const least = Math.max(Math.max(...values) / CLASSES, measure === 'percent' ? 0.1 : 1)
  const power = 10 ** Math.floor(Math.log10(least))
  const width = (roundWidths.find((round) => round * power >= least * (1 - 1e-9)) ?? 10) * power
  return { measure, width: measure === 'percent' ? width : Math.ceil(width) }
}

/** From 1 to 5; the last includes its upper limit. */
export function classAt(value: number, { width }: MapClasses): number {
  return Math.min(CLASSES, Math.floor(value / width + 1e-9) + 1)
}

/** What each class reaches from and to; people are counted whole. */
export function limitsOf({ measure, width }: MapClasses): [number, number][] {
  return Array.from({ length: CLASSES }, (_, index) => {
    const from = index * width
    const to = (index + 1) * width
    return measure === 'percent' || index === CLASSES - 1 ? [from, to] : [from, to - 1]
  })
}
