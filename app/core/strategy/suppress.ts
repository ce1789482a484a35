// Rule R-9 for all published tables of a month at once: hides what is sensitive and whatever else has to be hidden so that each
// hidden figure could be anything within a range at least five wide, for somebody who knows every visible figure, every staff, and
// that nowhere are more people certified than there are.
import type { PublishedCell } from './published-cells.ts'
import { layOut, type Cell, type Layout } from './suppress-layout.ts'
import { findCircle, move, type Moved, type Network, type Prices, type Way } from './suppress-network.ts'
import { isSensitive, isSmall, SMALLEST_COUNT } from './suppress-primary.ts'

/** What a hidden cell costs on a way: next to nothing, so that of two such ways the shorter is taken. */
const HIDDEN = 1e-6

/** Ids of the cells to hide. `regionOf` gives each county's region. */
export function hiddenCells(published: readonly PublishedCell[], regionOf: ReadonlyMap<string, string>): Set<string> {
  const layout = layOut(published, regionOf)
  const hidden = new Set<Cell>()
  for (const cell of layout.cells) if (saysTooMuch(cell)) hide(hidden, cell)
  const safe = new Set<Cell>()
  for (;;) {
    const next = layout.cells.find((cell) => hidden.has(cell) && !safe.has(cell)) ?? aloneIn(layout, hidden)
    if (!next) break
    hide(hidden, next)
    if (makeSafe(layout, hidden, next)) safe.add(next)
    else return everything(layout)
  }
  return new Set([...hidden].map(({ id }) => id))
}

/** The country's own course is public month by month, so only its size is asked. */
function saysTooMuch({ kind, months }: Cell): boolean {
  return kind === 'country' ? isSmall(months.at(-1)!) : isSensitive(months)
}

/** A county whose total is hidden shows nothing else either. */
function hide(hidden: Set<Cell>, cell: Cell): void {
  hidden.add(cell)
  if (cell.kind === 'county') for (const part of cell.parts) hidden.add(part)
}

/** The row to hide beside one that would be the only hidden one of its table, which happens where the total is hidden too. */
function aloneIn({ tables }: Layout, hidden: Set<Cell>): Cell | undefined {
  for (const rows of tables) {
    if (rows.filter((row) => hidden.has(row)).length === 1) {
      const other = rows.find((row) => !hidden.has(row))
      if (other) return other
    }
  }
  return undefined
}

/** Where no pattern is wide enough, as in a country of a handful of people, only the country's total is left. */
function everything({ cells }: Layout): Set<string> {
  return new Set(cells.filter((cell) => cell.kind !== 'country' || saysTooMuch(cell)).map(({ id }) => id))
}

/** Hides what else is needed for one hidden cell, the cheapest first. False when nothing is enough. */
function makeSafe(layout: Layout, hidden: Set<Cell>, target: Cell): boolean {
  if (target.kind === 'theme') return true
  const region = target.kind === 'county' ? target.whole : target.whole && hidden.has(target.whole) ? target.whole.whole : null
  if (region && !hidden.has(region)) {
    if (widen(layout, hidden, target, region)) return true
    hide(hidden, region)
  }
  return widen(layout, hidden, target, null)
}

/** One direction in which the target may differ from the truth, and how far it was moved. */
type Side = { sign: 1 | -1; moved: Moved }

/** `within` is the visible region whose counties alone may change places with each other; null lets those of hidden regions do so. */
function widen({ network, added }: Layout, hidden: Set<Cell>, target: Cell, within: Cell | null): boolean {
  const sides = ([1, -1] as const).map((sign): Side => ({ sign, moved: new Float64Array(added.length) }))
  // A region is moved by its counties.
  const firsts = target.kind === 'region' ? target.parts : [target]
  let missing = Math.min(SMALLEST_COUNT, target.room.up + target.room.down)

  for (const mayHide of [false, true]) {
    const priceOf = (cell: Cell): number => (hidden.has(cell) ? HIDDEN : mayHide ? cell.cost + HIDDEN : Infinity)
    let prices = pricesOf(added, priceOf, target, within)
    for (let enough = missing; missing > 0 && enough >= 1; ) {
      const way = cheapestWay(network, sides, firsts, prices, priceOf, enough)
      if (!way) {
        enough = Math.floor(enough / 2)
        continue
      }
      for (const { arc } of way.steps) {
        const cell = added[arc]!
        hide(hidden, cell)
        if (cell.kind === 'county' && cell.whole && !within) hide(hidden, cell.whole)
      }
      if (mayHide) prices = pricesOf(added, priceOf, target, within)
      const people = Math.min(way.carries, missing)
      move(way, people, way.side.moved)
      missing -= people
      enough = Math.min(enough, missing)
    }
  }
  return missing <= 0
}

function cheapestWay(network: Network, sides: Side[], firsts: Cell[], prices: Prices, priceOf: (cell: Cell) => number, enough: number): (Way & { side: Side }) | null {
  let best: (Way & { side: Side }) | null = null
  for (const side of sides) {
    for (const first of firsts) {
      const own = priceOf(first)
      const way = own < Infinity ? findCircle(network, first.arc!, side.sign, side.moved, prices, enough) : null
      if (way && way.price + own < (best?.price ?? Infinity)) best = { ...way, price: way.price + own, side }
    }
  }
  return best
}

function pricesOf(added: readonly Cell[], priceOf: (cell: Cell) => number, target: Cell, within: Cell | null): Prices {
  return Float64Array.from(added, (cell) => {
    switch (cell.kind) {
      case 'country':
        // Hidden for its own sake alone; and where it moves, so does some region.
        return within || priceOf(cell) > HIDDEN ? Infinity : HIDDEN
      case 'county':
        if (within) return cell.whole === within ? priceOf(cell) : Infinity
        // People moved within a region do not move the region.
        if (cell.whole === target) return Infinity
        return priceOf(cell) + (cell.whole ? priceOf(cell.whole) : 0)
      default:
        return priceOf(cell)
    }
  })
}
