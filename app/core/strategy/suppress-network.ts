// The published tables as a network: cells are arcs, additions are nodes where as much goes in as comes out. Moving people around
// a circle of hidden arcs changes nothing that is visible, so what a circle can carry is what nobody can tell a hidden cell within.
// (L. H. Cox, Network models for complementary cell suppression, Journal of the American Statistical Association 90, 1995.)

export type Arc = {
  from: string
  to: string
  /** By how many people the cell could be larger, and smaller. */
  up: number
  down: number
}

/** Along an arc its cell grows, against it it shrinks. `next` is the node one comes to. */
export type Step = { arc: number; sign: 1 | -1; next: number }

export type Network = {
  /** In the order given; everything else names arcs by their place here. */
  arcs: readonly Arc[]
  /** For each node, the steps that leave it. */
  steps: readonly (readonly Step[])[]
  /** For each arc, the nodes it leads from and to. */
  ends: readonly (readonly [number, number])[]
}

/** What a way through an arc costs, by arc: next to nothing where it is hidden, Infinity where it must not be used. */
export type Prices = Float64Array
/** How far each arc was moved already. */
export type Moved = Float64Array

export type Way = { steps: { arc: number; sign: 1 | -1 }[]; price: number; carries: number }

export function networkOf(arcs: readonly Arc[]): Network {
  const names = new Map<string, number>()
  const nodeOf = (name: string): number => names.get(name) ?? names.set(name, names.size).size - 1
  const ends = arcs.map(({ from, to }): [number, number] => [nodeOf(from), nodeOf(to)])
  const steps = Array.from(names, (): Step[] => [])
  for (const [arc, [from, to]] of ends.entries()) {
    steps[from]!.push({ arc, sign: 1, next: to })
    steps[to]!.push({ arc, sign: -1, next: from })
  }
  return { arcs, steps, ends }
}

function roomOf({ arcs }: Network, arc: number, sign: 1 | -1, moved: Moved): number {
  return sign === 1 ? arcs[arc]!.up - moved[arc]! : arcs[arc]!.down + moved[arc]!
}

/** The cheapest circle that begins with this step and carries at least `enough` people; null when there is none. */
export function findCircle(network: Network, first: number, sign: 1 | -1, moved: Moved, prices: Prices, enough: number): Way | null {
  if (roomOf(network, first, sign, moved) < enough) return null
  const [from, to] = network.ends[first]!
  const [start, goal] = sign === 1 ? [to, from] : [from, to]
  const reached = new Float64Array(network.steps.length).fill(Infinity)
  const settled = new Uint8Array(network.steps.length)
  const by = new Array<Step | undefined>(network.steps.length)
  const before = new Int32Array(network.steps.length)
  reached[start] = 0
  for (let node = start; node !== goal; ) {
    settled[node] = 1
    for (const step of network.steps[node]!) {
      const sum = reached[node]! + prices[step.arc]!
      if (sum < reached[step.next]! && step.arc !== first && roomOf(network, step.arc, step.sign, moved) >= enough) {
        reached[step.next] = sum
        by[step.next] = step
        before[step.next] = node
      }
    }
    node = nearest(reached, settled)
    if (node < 0) return null
  }
  const steps: Way['steps'] = [{ arc: first, sign }]
  for (let node = goal; node !== start; node = before[node]!) steps.push(by[node]!)
  return { steps, price: reached[goal]!, carries: Math.min(...steps.map((step) => roomOf(network, step.arc, step.sign, moved))) }
}

/** The unsettled node with the least price, the first of equals; -1 when no other can be reached. */
function nearest(reached: Float64Array, settled: Uint8Array): number {
  let best = -1
  let least = Infinity
  for (let node = 0; node < reached.length; node++) {
    if (reached[node]! < least && settled[node] === 0) {
      best = node
      least = reached[node]!
    }
  }
  return best
}

/** Takes so many people around the circle. */
export function move(way: Way, people: number, moved: Moved): void {
  for (const { arc, sign } of way.steps) moved[arc]! += sign * people
}
