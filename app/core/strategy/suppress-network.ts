// The published tables as a network: cells are arcs, additions are nodes where as much goes in as comes out. Moving people around
// a circle of hidden arcs changes nothing that is visible, so what a circle can carry is what nobody can tell a hidden cell within.
// (L. H. Cox, Network models for complementary cell suppression, Journal of the American Statistical Association 90, 1995.)

export type Arc = {
  id: string
  from: string
  to: string
  /** By how many people the cell could be larger, and smaller. */
  up: number
  down: number
}

/** What taking a way through the arc costs: nothing where it is hidden, more where it would have to be; Infinity where it must not. */
export type Price = (arc: Arc) => number

type Step = { arc: Arc; sign: 1 | -1 }
export type Way = { steps: Step[]; price: number; carries: number }

export type Network = { arcs: readonly Arc[]; at: ReadonlyMap<string, readonly Step[]> }

/** `at` lists, for each node, the arcs one may leave it by: along an arc it grows, against it it shrinks. */
export function networkOf(arcs: readonly Arc[]): Network {
  const at = new Map<string, Step[]>()
  const leave = (node: string, step: Step): void => void (at.get(node)?.push(step) ?? at.set(node, [step]))
  for (const arc of arcs) {
    leave(arc.from, { arc, sign: 1 })
    leave(arc.to, { arc, sign: -1 })
  }
  return { arcs, at }
}

/** How far arcs were moved already. */
export type Moved = Map<Arc, number>

export function roomOf({ arc, sign }: Step, moved: Moved): number {
  const already = moved.get(arc) ?? 0
  return sign === 1 ? arc.up - already : arc.down + already
}

/** The cheapest circle through `first` that carries at least `enough` people; of equal ones the first in the order of arcs. */
export function findCircle(network: Network, first: Step, moved: Moved, price: Price, enough: number): Way | null {
  if (roomOf(first, moved) < enough) return null
  const [start, goal] = first.sign === 1 ? [first.arc.to, first.arc.from] : [first.arc.from, first.arc.to]
  const reached = new Map<string, { price: number; by: Step | null; before: string | null }>([[start, { price: 0, by: null, before: null }]])
  const settled = new Set<string>()
  for (;;) {
    const node = cheapest(reached, settled)
    if (node === null) return null
    if (node === goal) break
    settled.add(node)
    for (const step of network.at.get(node) ?? []) {
      if (step.arc === first.arc || roomOf(step, moved) < enough) continue
      const next = step.sign === 1 ? step.arc.to : step.arc.from
      const sum = reached.get(node)!.price + price(step.arc)
      if (sum < (reached.get(next)?.price ?? Infinity)) reached.set(next, { price: sum, by: step, before: node })
    }
  }
  const steps = [first]
  for (let node: string | null = goal; node !== null; node = reached.get(node)!.before) {
    const { by } = reached.get(node)!
    if (by) steps.push(by)
  }
  return { steps, price: reached.get(goal)!.price, carries: Math.min(...steps.map((step) => roomOf(step, moved))) }
}

function cheapest(reached: Map<string, { price: number }>, settled: Set<string>): string | null {
  let best: string | null = null
  let least = Infinity
  for (const [node, { price }] of reached) {
    if (price < least && !settled.has(node)) {
      best = node
      least = price
    }
  }
  return best
}

/** Takes so many people around the circle. */
export function move(way: Way, people: number, moved: Moved): void {
  for (const { arc, sign } of way.steps) moved.set(arc, (moved.get(arc) ?? 0) + sign * people)
}
