import { describe, expect, test } from 'vitest'
import { cellId, kindOf, tableOf, type PublishedCell } from '#app/core/strategy/published-cells.ts'
import { hiddenCells } from '#app/core/strategy/suppress.ts'
import { isSensitive, isSmall, SMALLEST_COUNT, type Figure } from '#app/core/strategy/suppress-primary.ts'
import { attack } from './suppress-attack.ts'
import { countryOf, randomCountry, type Country, type Shape } from './suppress-country.ts'

const hide = ({ published, regionOf }: Country): Set<string> => hiddenCells(published, regionOf)
const last = ({ months }: PublishedCell): Figure => months.at(-1)!
const figure = (certified: number, staff: number | null = null): Figure => ({ certified, staff })

describe('a figure says too much by itself', () => {
  test.each<[string, Figure, boolean]>([
    ['nobody of many', figure(0, 40), false],
    ['one', figure(1, 4_000), true],
    ['three of forty', figure(3, 40), true],
    ['four', figure(4), true],
    ['five', figure(5), false],
    ['twelve of forty', figure(12, 40), false],
    ['all but two', figure(38, 40), true],
    ['all but four', figure(36, 40), true],
    ['all but five', figure(35, 40), false],
    ['all', figure(40, 40), false],
    ['five of nine', figure(5, 9), true],
    ['nobody of three', figure(0, 3), false],
    ['five of ten', figure(5, 10), false],
    ['nobody where nobody works', figure(0, 0), false],
    ['more than there are', figure(42, 40), false],
  ])('%s', (_name, given, small) => expect(isSmall(given)).toBe(small))
})

describe('a month says too much beside another', () => {
  test.each<[string, number[], number, boolean]>([
    ['unchanged', [7, 7], 30, false],
    ['one more', [7, 8], 30, true],
    ['four fewer', [12, 8], 30, true],
    ['five more', [7, 12], 30, false],
    ['two more since the month that was last published', [7, 8, 9], 30, true],
    ['five more since the month that was last published', [7, 8, 9, 10, 11, 12], 30, false],
    ['back near a month long ago', [7, 14, 8], 30, true],
    ['one more among crowds', [24, 25], 60, false],
    ['one more where few are not certified', [34, 35], 50, true],
    ['from none to a few and on', [0, 3, 6], 30, false],
  ])('%s', (_name, course, staff, hidden) => expect(isSensitive(course.map((certified) => figure(certified, staff)))).toBe(hidden))
})

const regionOf = new Map([['RO-AA', 'R1'], ['RO-BB', 'R1'], ['RO-CC', 'R2']])

/** Counties with their urban and rural people of one level; 400 staff in each cell. */
function country(people: Record<string, [urban: number, rural: number]>, staff = 400): Country {
  return countryOf(
    Object.entries(people).flatMap(([county, [urban, rural]]) => [
      { county, residence: 'urban', level: 'primary', months: [figure(urban, staff)] },
      { county, residence: 'rural', level: 'primary', months: [figure(rural, staff)] },
    ]),
    regionOf,
  )
}

describe('what else is hidden', () => {
  test('of a county of 50 with 46 urban and 4 rural people both, and another county’s, and no total', () => {
    const hidden = hide(country({ 'RO-AA': [46, 4], 'RO-BB': [30, 40], 'RO-CC': [60, 70] }))
    expect([...hidden].sort()).toEqual(['|RO-AA|rural||', '|RO-AA|urban||', '|RO-BB|rural||', '|RO-BB|urban||'])
  })

  test('a county with a small total is hidden whole, and a neighbour of its region with it', () => {
    const hidden = hide(country({ 'RO-AA': [1, 2], 'RO-BB': [30, 40], 'RO-CC': [60, 70] }))
    for (const place of [{ county: 'RO-AA' }, { county: 'RO-AA', residence: 'urban' }, { county: 'RO-AA', level: 'primary' }, { county: 'RO-BB' }]) expect(hidden.has(cellId(place))).toBe(true)
    for (const place of [{ county: 'RO-CC' }, { region: 'R1' }, { residence: 'rural' }, {}]) expect(hidden.has(cellId(place))).toBe(false)
  })

  test('a small region takes another with it', () => {
    const hidden = hide(country({ 'RO-AA': [30, 40], 'RO-BB': [50, 40], 'RO-CC': [2, 2] }))
    expect(hidden.has(cellId({ region: 'R1' })) && hidden.has(cellId({ region: 'R2' }))).toBe(true)
    expect(hidden.has(cellId({}))).toBe(false)
  })

  test('where nothing is small nothing is hidden', () => {
    expect(hide(country({ 'RO-AA': [50, 60], 'RO-BB': [30, 40], 'RO-CC': [60, 70] })).size).toBe(0)
  })

  test('of a country of three people everything that is not empty, and no row alone', () => {
    const hidden = hide(country({ 'RO-AA': [3, 0], 'RO-BB': [0, 0], 'RO-CC': [0, 0] }))
    for (const place of [{}, { region: 'R1' }, { county: 'RO-AA' }, { residence: 'urban' }, { level: 'primary' }]) expect(hidden.has(cellId(place))).toBe(true)
    expect([...hidden].filter((id) => /^\|RO-..\|\|\|$/.test(id)).length).toBeGreaterThan(1)
    expect(hidden.has(cellId({ residence: 'rural' }))).toBe(true)
  })

  test('does not depend on the order in which cells are given', () => {
    const { published, ...rest } = randomCountry(7, { counties: 8, regions: 3, months: 3, smallShare: 0.4, withStaff: true, staffOfCell: 15 })
    expect(hide({ published: [...published].reverse(), ...rest })).toEqual(hide({ published, ...rest }))
  })
})

/** With the least share of the counties' cells by residence and level that is still to be seen. */
const shapes: [string, Shape, number[], number, number][] = [
  ['small counties', { counties: 8, regions: 3, months: 1, smallShare: 0.4, withStaff: true, staffOfCell: 12 }, [1, 2, 3], Infinity, 0.5],
  ['counties without staff', { counties: 8, regions: 3, months: 1, smallShare: 0.4, withStaff: false, staffOfCell: 12 }, [1, 2, 3], Infinity, 0.6],
  ['hamlets', { counties: 5, regions: 2, months: 1, smallShare: 0.9, withStaff: true, staffOfCell: 3 }, [1, 2, 3], Infinity, 0.25],
  ['a country of 42 counties after two years', { counties: 42, regions: 8, months: 24, smallShare: 0.4, withStaff: true, staffOfCell: 40 }, [1, 2], 40, 0.5],
  ['a country of its real size', { counties: 42, regions: 8, months: 24, smallShare: 0.01, withStaff: true, staffOfCell: 420 }, [1], 40, 0.85],
]

describe('an attacker with all tables of the month', () => {
  test.each(shapes)('learns of no hidden cell of %s more than a range of five', (name, shape, seeds, sample, least) => {
    let shown = 0
    let cells = 0
    for (const seed of seeds) {
      const country = randomCountry(seed, shape)
      const hidden = hide(country)
      for (const cell of country.published) expect(hidden.has(cellId(cell.place)) || !isSmall(last(cell)), `${cellId(cell.place)} is small and shown`).toBe(true)
      expect(tablesWithOneHidden(country, hidden)).toEqual([])
      for (const { id, certified, staff, ...range } of attack(country, hidden, sample)) {
        // Nobody can hide five people in a staff of three.
        const wide = Math.min(SMALLEST_COUNT, staff === null || certified > staff ? SMALLEST_COUNT : staff)
        expect(range.most - range.least, `${id} of country ${seed} lies between ${range.least} and ${range.most}`).toBeGreaterThan(wide - 1e-6)
      }
      const countyCells = country.published.filter(({ place }) => kindOf(place).startsWith('county-'))
      cells += countyCells.length
      shown += countyCells.filter(({ place }) => !hidden.has(cellId(place))).length
    }
    expect(shown / cells).toBeGreaterThan(least)
    console.info(`${name}: ${Math.round((100 * shown) / cells)} % of the counties’ cells by residence and level are shown`)
  })

  test('succeeds where only what is small is hidden', () => {
    const country = randomCountry(1, shapes[0]![1])
    const small = new Set(country.published.filter((cell) => isSmall(last(cell))).map(({ place }) => cellId(place)))
    expect(attack(country, small).filter(({ least, most }) => most - least < 1).length).toBeGreaterThan(0)
  })
})

function tablesWithOneHidden({ published }: Country, hidden: ReadonlySet<string>): string[] {
  const tables = new Map<string, number>()
  for (const { place } of published) {
    const table = tableOf(place)
    if (table && hidden.has(cellId(place))) tables.set(table, (tables.get(table) ?? 0) + 1)
  }
  return [...tables].filter(([, count]) => count === 1).map(([table]) => table)
}

describe('an attacker with the tables of all months', () => {
  const shape: Shape = { counties: 8, regions: 3, months: 18, smallShare: 0.2, withStaff: true, staffOfCell: 60 }
  const { published, regionOf: regions } = randomCountry(11, shape)
  const byMonth = Array.from({ length: shape.months }, (_, index) => hiddenCells(published.map(({ place, months }) => ({ place, months: months.slice(0, index + 1) })), regions))

  test('sees no cell change by one to four, but among crowds', () => {
    for (const { place, months } of published) {
      if (kindOf(place) === 'country') continue
      const shown = months.filter((_, index) => !byMonth[index]!.has(cellId(place)))
      for (const [at, a] of shown.entries()) {
        for (const b of shown.slice(at + 1)) {
          const change = Math.abs(a.certified - b.certified)
          const crowds = [a, b].every(({ certified, staff }) => certified >= 20 && staff! - certified >= 20)
          expect(change === 0 || change >= SMALLEST_COUNT || crowds, `${cellId(place)}: ${a.certified} and ${b.certified} of ${a.staff}`).toBe(true)
        }
      }
    }
  })

  test('sees the same cells hidden from month to month where nothing changes', () => {
    const still = published.map(({ place, months }) => ({ place, months: [...months, months.at(-1)!] }))
    expect(hiddenCells(still, regions)).toEqual(byMonth.at(-1))
  })
})
