// Rule R-9: which figures of a published cell say too much by themselves, or beside the same cell in an earlier month.

/** Distinct people certified, and the teaching staff they belong to; null where none was entered. */
export type Figure = { certified: number; staff: number | null }

/** Fewer people than this are never published, nor fewer who are not certified, nor a change by fewer. */
export const SMALLEST_COUNT = 5
/** No rate is published of a smaller staff. */
export const SMALLEST_STAFF = 10
/** Where at least so many are certified and so many are not, before and after, a change by one or two points at nobody. */
const CROWD = 20

function isFew(people: number): boolean {
  return people > 0 && people < SMALLEST_COUNT
}

/** Too few certified, too few who are not, or too small a staff. That nobody is certified says nothing of anybody. */
export function isSmall({ certified, staff }: Figure): boolean {
  if (certified === 0) return false
  return isFew(certified) || (staff !== null && staff > 0 && (staff < SMALLEST_STAFF || isFew(staff - certified)))
}

/** The staff of a rate that may be published, also where nobody is certified. */
export function staffOfRate({ staff }: Figure): number | null {
  return staff !== null && staff > 0 && staff < SMALLEST_STAFF ? null : staff
}

function isCrowd({ certified, staff }: Figure): boolean {
  return certified >= CROWD && (staff === null || staff - certified >= CROWD)
}

/** Whether the two together tell that a few people of a small group changed sides. */
function tellOfFew(a: Figure, b: Figure): boolean {
  return isFew(Math.abs(a.certified - b.certified)) && !(isCrowd(a) && isCrowd(b))
}

/**
 * Whether the last of a cell's months has to be hidden. The months before it count as published where this function would publish
 * them: two published months of a cell differ by none, by at least five, or within crowds.
 */
export function isSensitive(months: readonly Figure[]): boolean {
  const published: Figure[] = []
  let hidden = false
  for (const figure of months) {
    hidden = isSmall(figure) || published.some((earlier) => tellOfFew(earlier, figure))
    if (!hidden && published.at(-1)?.certified !== figure.certified) published.push(figure)
  }
  return hidden
}
