// The dimensions in which people are counted. What is not known is a part of its own, so that parts add up to the whole.
export const residences = ['urban', 'rural'] as const
export type Residence = (typeof residences)[number]

/** Levels of pre-university education in the order of a school career (ISCED 2011 0 to 4). */
export const levels = ['nursery', 'preschool', 'primary', 'lower_secondary', 'upper_secondary', 'vocational', 'post_secondary', 'related'] as const
export type Level = (typeof levels)[number]

export const themes = ['digital_pedagogy', 'cyber_hygiene', 'data_protection', 'accessible_lessons'] as const
export type Theme = (typeof themes)[number]

export const UNKNOWN = 'unknown'

/** Where a person counts: the cell of the main post. */
export type Cell = {
  /** ISO 3166-2 code such as RO-CJ, or unknown */
  county: string
  residence: Residence | typeof UNKNOWN
  level: Level | typeof UNKNOWN
}

export const unknownCell: Cell = { county: UNKNOWN, residence: UNKNOWN, level: UNKNOWN }

export function cellKey(cell: Cell): string {
  return `${cell.county}|${cell.residence}|${cell.level}`
}

export function sameCell(a: Cell | null, b: Cell | null): boolean {
  return a === b || (a !== null && b !== null && cellKey(a) === cellKey(b))
}
