// Lays the published cells of a month out for suppression: each an arc of the network, with what it costs the reader to lose it.
import { UNKNOWN } from '../kernel/dimensions.ts'
import { cellId, kindOf, tableOf, type CellKind, type Place, type PublishedCell } from './published-cells.ts'
import type { Figure } from './suppress-primary.ts'
import { networkOf, type Network } from './suppress-network.ts'

export type Cell = {
  id: string
  kind: CellKind
  place: Place
  months: readonly Figure[]
  /** How far the cell could be above and below what it is. */
  room: { up: number; down: number }
  /** Its place in the network; regions and themes have none. */
  arc: number | null
  cost: number
  /** A county's region; the county of a residence or level in it. */
  whole: Cell | null
  parts: Cell[]
}

export type Layout = {
  cells: readonly Cell[]
  network: Network
  /** The cells of the network's arcs. */
  added: readonly Cell[]
  tables: readonly (readonly Cell[])[]
}

/** Stands for the staff of a cell that has no denominator. */
const COST_WITHOUT_STAFF = 1_000

/** Wide cells before narrow ones: what is hidden for them serves these too. */
const order: CellKind[] = ['country', 'region', 'residence', 'level', 'county', 'county-residence', 'county-level', 'theme']

/** Cells in an order that depends on their staff and ids alone, which seldom change from month to month. */
export function layOut(published: readonly PublishedCell[], regionOf: ReadonlyMap<string, string>): Layout {
  const cells = published.map(cellOfPublished).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.cost - b.cost || (a.id < b.id ? -1 : 1))
  const byId = new Map(cells.map((cell) => [cell.id, cell]))
  const tables = new Map<string, Cell[]>()
  for (const cell of cells) {
    const { county, theme } = cell.place
    if (county !== undefined) {
      cell.whole = byId.get(cellId(cell.kind === 'county' ? { region: regionOf.get(county) ?? UNKNOWN } : { county })) ?? null
      cell.whole?.parts.push(cell)
    }
    const table = theme === undefined ? tableOf(cell.place) : null
    if (table) (tables.get(table) ?? tables.set(table, []).get(table)!).push(cell)
  }
  const added = cells.filter(({ kind }) => kind !== 'region' && kind !== 'theme')
  added.forEach((cell, index) => (cell.arc = index))
  return { cells, network: networkOf(added.map(({ place, room }) => ({ ...ends(place), ...room }))), added, tables: [...tables.values()] }
}

function cellOfPublished({ place, months }: PublishedCell): Cell {
  const { certified, staff } = months.at(-1)!
  // Somebody who sees more certified people than staff knows that the staff is no bound.
  const up = staff === null || certified > staff ? Infinity : staff - certified
  return { id: cellId(place), kind: kindOf(place), place, months, room: { up, down: certified }, arc: null, cost: staff ?? COST_WITHOUT_STAFF, whole: null, parts: [] }
}

/** From the whole by residence, county and level back to the whole: each person is one round. */
function ends(place: Place): { from: string; to: string } {
  const into = `into ${place.county}`
  const outOf = `out of ${place.county}`
  switch (kindOf(place)) {
    case 'residence':
      return { from: 'whole', to: `residence ${place.residence}` }
    case 'county-residence':
      return { from: `residence ${place.residence}`, to: into }
    case 'county':
      return { from: into, to: outOf }
    case 'county-level':
      return { from: outOf, to: `level ${place.level}` }
    case 'level':
      return { from: `level ${place.level}`, to: 'end' }
    default:
      return { from: 'end', to: 'whole' }
  }
}
