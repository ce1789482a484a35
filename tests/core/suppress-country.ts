// Synthetic countries for the tests of suppression: counties in regions, staff and certified people by county, residence and level.
import { cellId, type Place, type PublishedCell } from '#app/core/strategy/published-cells.ts'
import type { Figure } from '#app/core/strategy/suppress-primary.ts'

export type BaseCell = { county: string; residence: string; level: string; months: Figure[] }
export type Country = { published: PublishedCell[]; regionOf: Map<string, string> }

/** mulberry32: the same countries in every run. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** All tables that are published of the base cells. */
export function countryOf(base: BaseCell[], regionOf: Map<string, string>): Country {
  const cells = new Map<string, { place: Place; months: Figure[] }>()
  for (const { county, residence, level, months } of base) {
    const places: Place[] = [{}, { region: regionOf.get(county)! }, { county }, { residence }, { level }, { county, residence }, { county, level }]
    for (const place of places) {
      const id = cellId(place)
      const cell = cells.get(id)
      if (!cell) cells.set(id, { place, months: months.map((figure) => ({ ...figure })) })
      else {
        months.forEach(({ certified, staff }, index) => {
          const sum = cell.months[index]!
          sum.certified += certified
          sum.staff = sum.staff === null && staff === null ? null : (sum.staff ?? 0) + (staff ?? 0)
        })
      }
    }
  }
  return { published: [...cells.values()], regionOf }
}

export type Shape = { counties: number; regions: number; months: number; smallShare: number; withStaff: boolean; staffOfCell: number }

/** `smallShare` of the base cells hold one to four people at the last month. */
export function randomCountry(seed: number, { counties, regions, months, smallShare, withStaff, staffOfCell }: Shape): Country {
  const random = randomOf(seed)
  const base: BaseCell[] = []
  const regionOf = new Map<string, string>()
  for (let c = 0; c < counties; c++) {
    const county = `RO-${String(c).padStart(2, '0')}`
    regionOf.set(county, `R${c % regions}`)
    const size = 0.3 + 1.4 * random()
    for (const residence of ['urban', 'rural']) {
      for (const [position, level] of ['preschool', 'primary', 'lower_secondary', 'upper_secondary', 'related', 'unknown'].entries()) {
        const share = [0.16, 0.25, 0.25, 0.22, 0.02, 0][position]!
        const staff = Math.round(staffOfCell * 6 * share * size * (0.6 + 0.8 * random()))
        const wish = random() < smallShare ? 1 + Math.floor(random() * 4) : Math.floor(staff * random() * 0.7)
        const last = level === 'unknown' ? (random() < 0.02 ? 1 : 0) : withStaff ? Math.min(wish, staff) : wish
        const history = Array.from({ length: months }, (_, month) => Math.round((last * (month + 1)) / months))
        base.push({ county, residence, level, months: history.map((certified) => ({ certified, staff: withStaff && level !== 'unknown' ? staff : null })) })
      }
    }
  }
  return countryOf(base, regionOf)
}
