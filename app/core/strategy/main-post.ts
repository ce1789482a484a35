// Which of several posts is the one in which a person counts: the marked one, else most hours, else the earliest start.
import type { PostFact } from './facts.ts'

type Ranked = Pick<PostFact, 'id' | 'isMain' | 'hoursPerWeek' | 'startsOn'>

/** Below zero when `a` comes before `b`. Ids decide between equals, so that the answer never depends on an order of rows. */
export function compareAsMainPost(a: Ranked, b: Ranked): number {
  return Number(b.isMain) - Number(a.isMain) || (b.hoursPerWeek ?? -1) - (a.hoursPerWeek ?? -1) || compareText(a.startsOn, b.startsOn) || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
