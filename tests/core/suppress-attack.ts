// What an attacker makes of the visible figures: the least and the most that each hidden cell may hold, by linear programming over
// all tables together. Written from how tables add up, without the network that protects them.
import loadHighs from 'highs'
import { cellId, kindOf, type PublishedCell } from '#app/core/strategy/published-cells.ts'
import type { Country } from './suppress-country.ts'

const highs = await loadHighs()

export type Range = { id: string; certified: number; staff: number | null; least: number; most: number }

/** The range of every hidden cell. `sample` cells at most, every so many. */
export function attack({ published, regionOf }: Country, hidden: ReadonlySet<string>, sample = Infinity): Range[] {
  const cells = published.filter(({ place }) => place.theme === undefined)
  const name = new Map(cells.map(({ place }, index) => [cellId(place), `x${index}`]))
  const figure = ({ months }: PublishedCell) => months.at(-1)!
  const sums = linesOf(cells, regionOf)
  const unknown = cells.filter(({ place }) => hidden.has(cellId(place)))
  const constraints = sums.flatMap(([total, parts], index) => {
    let constant = 0
    const terms: string[] = []
    for (const [cell, sign] of [[total, 1] as const, ...parts.map((part) => [part, -1] as const)]) {
      if (hidden.has(cellId(cell.place))) terms.push(`${sign > 0 ? '+' : '-'} ${name.get(cellId(cell.place))!}`)
      else constant -= sign * figure(cell).certified
    }
    return terms.length > 0 ? [`c${index}: ${terms.join(' ')} = ${constant}`] : []
  })
  const bounds = unknown.map((cell) => {
    const { certified, staff } = figure(cell)
    return `0 <= ${name.get(cellId(cell.place))!} <= ${staff === null || certified > staff ? 1e6 : staff}`
  })
  const every = Math.max(1, Math.ceil(unknown.length / sample))
  const solve = (goal: string, variable: string): number => {
    const { ObjectiveValue, Status } = highs.solve(`${goal}\n obj: ${variable}\nSubject To\n ${constraints.join('\n ')}\nBounds\n ${bounds.join('\n ')}\nEnd`)
    if (Status !== 'Optimal') throw new Error(`The tables contradict each other: ${Status}`)
    return ObjectiveValue
  }
  return unknown
    .filter((_, index) => index % every === 0)
    .map((cell) => {
      const id = cellId(cell.place)
      return { id, ...figure(cell), least: solve('Minimize', name.get(id)!), most: solve('Maximize', name.get(id)!) }
    })
}

/** Each total with the parts that make it up. */
export function linesOf(cells: PublishedCell[], regionOf: ReadonlyMap<string, string>): [PublishedCell, PublishedCell[]][] {
  const of = (kind: string, test: (cell: PublishedCell) => boolean = () => true) => cells.filter((cell) => kindOf(cell.place) === kind && test(cell))
  return cells.flatMap((total): [PublishedCell, PublishedCell[]][] => {
    const { region, county, residence, level } = total.place
    switch (kindOf(total.place)) {
      case 'country':
        return [[total, of('region')], [total, of('residence')], [total, of('level')]]
      case 'region':
        return [[total, of('county', ({ place }) => regionOf.get(place.county!) === region)]]
      case 'county':
        return [[total, of('county-residence', ({ place }) => place.county === county)], [total, of('county-level', ({ place }) => place.county === county)]]
      case 'residence':
        return [[total, of('county-residence', ({ place }) => place.residence === residence)]]
      case 'level':
        return [[total, of('county-level', ({ place }) => place.level === level)]]
      default:
        return []
    }
  })
}
