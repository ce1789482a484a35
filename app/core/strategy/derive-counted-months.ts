// Facts in, the months and cells in which people count out. Knows no clock: a month is judged by what was recorded while it was
// open, so that the answer for a closed month is the same for ever, however late and however often this is asked.
import { addMonths, type Month } from '../kernel/calendar.ts'
import { cellKey, UNKNOWN, type Cell } from '../kernel/dimensions.ts'
import type { Facts, PostFact } from './facts.ts'
import { compareAsMainPost } from './main-post.ts'
import { firstOpenMonth } from './months-open.ts'
import { seriesOf, type Series } from './series.ts'
import { covers, spanOfCertificate, spanOfPost, type Span } from './spans.ts'

/** From `month` on a person counts in (+1) or no longer in (-1) a cell of a series. */
export type Transition = { personId: string; series: Series; month: Month; cell: Cell; delta: number }

type Held = { personId: string; series: Series[]; span: Span }
type Worked = { post: PostFact; span: Span }
type Merged = { from: string; into: string; since: Month }

/** Who counts where in one month, by person and series. */
type Counted = Map<string, { personId: string; series: Series; cell: Cell }>

/** Ordered by month. For each person and series +1 and -1 alternate, beginning with +1. */
export function deriveCountedMonths(facts: Facts): Transition[] {
  const held: Held[] = []
  for (const certificate of facts.certificates) {
    const span = spanOfCertificate(certificate)
    if (span) held.push({ personId: certificate.personId, series: seriesOf(certificate), span })
  }
  const worked: Worked[] = []
  for (const post of facts.posts) {
    const span = spanOfPost(post)
    if (span) worked.push({ post, span })
  }
  worked.sort((a, b) => compareAsMainPost(a.post, b.post))
  const merged = facts.merges.map(({ from, into, recordedAt }): Merged => ({ from, into, since: firstOpenMonth(recordedAt) }))

  const transitions: Transition[] = []
  let before: Counted = new Map()
  for (const month of monthsOfChange([...held, ...worked], merged)) {
    const after = countIn(month, held, worked, merged)
    transitions.push(...changes(month, before, after))
    before = after
  }
  return transitions
}

/** Between two of these nothing changes. */
function monthsOfChange(spanned: { span: Span }[], merged: Merged[]): Month[] {
  const months = new Set<Month>(merged.map(({ since }) => since))
  for (const { span } of spanned) {
    months.add(span.first)
    if (span.last !== null) months.add(addMonths(span.last, 1))
  }
  return [...months].sort()
}

function countIn(month: Month, held: Held[], worked: Worked[], merged: Merged[]): Counted {
  const into = new Map(merged.filter(({ since }) => since <= month).map((merge) => [merge.from, merge.into]))
  const cells = new Map<string, Cell>()
  // In the order of preference: a person's first is the main post.
  for (const { post, span } of worked) {
    const personId = countedAs(post.personId, into)
    if (covers(span, month) && !cells.has(personId)) cells.set(personId, { county: post.county, residence: post.residence, level: post.level ?? UNKNOWN })
  }
  const counted: Counted = new Map()
  for (const { personId: holder, series: all, span } of held) {
    const personId = countedAs(holder, into)
    const cell = cells.get(personId)
    if (!cell || !covers(span, month)) continue
    for (const series of all) counted.set(`${personId}|${series}`, { personId, series, cell })
  }
  return counted
}

/** The person at the end of the chain of merges, which is never longer than there are merges. */
function countedAs(personId: string, into: Map<string, string>): string {
  let current = personId
  for (let step = 0; step < into.size; step++) current = into.get(current) ?? current
  return current
}

function changes(month: Month, before: Counted, after: Counted): Transition[] {
  const transitions: Transition[] = []
  for (const [key, { personId, series, cell }] of before) {
    const now = after.get(key)
    if (!now || cellKey(now.cell) !== cellKey(cell)) transitions.push({ personId, series, month, cell, delta: -1 })
  }
  for (const [key, { personId, series, cell }] of after) {
    const then = before.get(key)
    if (!then || cellKey(then.cell) !== cellKey(cell)) transitions.push({ personId, series, month, cell, delta: 1 })
  }
  return transitions
}
