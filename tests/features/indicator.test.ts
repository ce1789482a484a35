import { beforeEach, describe, expect, test } from 'vitest'
import type { IndicatorQuery } from '#app/core/strategy/indicator-query.ts'
import type { BreakdownRow, IndicatorView } from '#app/core/strategy/indicator-view.ts'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { listIndicators } from '#app/features/strategy/list-indicators.server.ts'
import { readIndicator } from '#app/features/strategy/read-indicator.server.ts'
import { clearFigures, enterCertified, enterStaff } from '#tests/factories/ledger.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
await loadReferenceData(world)

beforeEach(async () => {
  world.setNow('2026-11-22T10:00:00Z')
  await clearFigures(world)
})

type Asked = Omit<IndicatorQuery, 'month' | 'from'> & { month?: string; from?: string }

async function read(asked: Asked, exact: boolean): Promise<IndicatorView> {
  const view = await readIndicator(world, asked as IndicatorQuery, { exact, locale: 'ro' })
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}
const readExactly = (asked: Asked = {}) => read(asked, true)
const readPublicly = (asked: Asked = {}) => read(asked, false)

function row({ breakdown }: IndicatorView, key: string): BreakdownRow {
  return breakdown.find((part) => part.key === key)!
}

const hidden = { certified: null, staff: null, percent: null, suppressed: true }

describe('the examples of rule R-9', () => {
  test('7: the public sees 12 of 40 as 30.0 %, and neither 3 of 40 nor 38 of 40', async () => {
    await enterStaff(world, '2026-09-30', ['RO-AB', 'RO-BV', 'RO-CV', 'RO-MS', 'RO-SB'].map((county) => ({ county, staff: 40 })))
    await enterCertified(world, '2026-10', 12, { county: 'RO-AB' })
    await enterCertified(world, '2026-10', 3, { county: 'RO-BV' })
    await enterCertified(world, '2026-10', 38, { county: 'RO-CV' })
    await enterCertified(world, '2026-10', 20, { county: 'RO-MS' })
    await enterCertified(world, '2026-10', 20, { county: 'RO-SB' })
    const view = await readPublicly()
    expect(row(view, 'RO-AB')).toEqual({ key: 'RO-AB', name: 'Alba', certified: 12, staff: 40, percent: 30, suppressed: false })
    expect(row(view, 'RO-BV')).toEqual({ key: 'RO-BV', name: 'Brașov', ...hidden })
    expect(row(view, 'RO-CV')).toEqual({ key: 'RO-CV', name: 'Covasna', ...hidden })
    expect(view.national).toEqual({ certified: 93, staff: 200, percent: 46.5, target: null })
    const exact = await readExactly()
    expect(row(exact, 'RO-BV')).toMatchObject({ certified: 3, percent: 7.5, suppressed: false })
    expect(row(exact, 'RO-CV')).toMatchObject({ certified: 38, percent: 95, suppressed: false })
  })

  test('8: of a county of 50, 46 urban and 4 rural, the public sees the total and neither part', async () => {
    await enterCertified(world, '2026-10', 46, { residence: 'urban' })
    await enterCertified(world, '2026-10', 4, { residence: 'rural' })
    for (const residence of ['urban', 'rural']) await enterCertified(world, '2026-10', 60, { county: 'RO-BH', residence })
    expect(row(await readPublicly(), 'RO-CJ')).toMatchObject({ certified: 50, suppressed: false })
    const parts = await readPublicly({ county: 'CJ', by: 'residence' })
    expect(row(parts, 'urban')).toMatchObject(hidden)
    expect(row(parts, 'rural')).toMatchObject(hidden)
    expect((await readExactly({ county: 'RO-CJ', by: 'residence' })).breakdown.map(({ certified }) => certified)).toEqual([46, 4])
  })

  test('9: without a denominator there is a count and no rate', async () => {
    await enterCertified(world, '2026-10', 27)
    for (const view of [await readPublicly(), await readExactly()]) {
      expect(view.national).toEqual({ certified: 27, staff: null, percent: null, target: null })
      expect(view.denominator).toEqual({ mode: 'official', date: null, source: null })
      expect(row(view, 'RO-CJ')).toEqual({ key: 'RO-CJ', name: 'Cluj', certified: 27, staff: null, percent: null, suppressed: false })
    }
  })
})

describe('what is said', () => {
  test('has the fields of the contract and no others', async () => {
    await enterStaff(world, '2026-09-30', [{ staff: 7_100 }], 'INS TEMPO SCL104D')
    await enterCertified(world, '2026-10', 60)
    const view = await readExactly({ month: '2026-10', from: '2026-10', by: 'county', county: 'CJ' })
    expect(view).toEqual({
      indicator: 'teacher-training',
      code: 'FCD-1',
      definitionVersion: 1,
      strategy: 'smart-edu-2021-2027',
      strategyStatus: 'proposed',
      month: '2026-10',
      state: 'provisional',
      asOf: '2026-11-22T10:00:00Z',
      denominator: { mode: 'official', date: '2026-09-30', source: 'INS TEMPO SCL104D' },
      national: { certified: 60, staff: 7_100, percent: 0.8, target: null },
      series: [{ month: '2026-10', certified: 60, newlyCertified: 0, certificatesIssued: 0 }],
      breakdown: [{ key: 'RO-CJ', name: 'Cluj', certified: 60, staff: 7_100, percent: 0.8, suppressed: false }],
    })
  })

  test('of an empty ledger is nobody, not nothing', async () => {
    for (const view of [await readPublicly(), await readExactly()]) {
      expect(view.national).toEqual({ certified: 0, staff: null, percent: null, target: null })
      expect(view.breakdown).toHaveLength(42)
      expect(view.series).toHaveLength(13)
      expect(view.series.every(({ certified, newlyCertified, certificatesIssued }) => certified === 0 && newlyCertified === 0 && certificatesIssued === 0)).toBe(true)
    }
  })

  test.each([
    ['2026-11', 'current'],
    ['2026-10', 'provisional'],
    ['2026-08', 'provisional'],
    ['2026-07', 'final'],
  ])('of %s is %s', async (month, state) => expect((await readExactly({ month })).state).toBe(state))

  test('without a month is about the current one in Bucharest', async () => {
    world.setNow('2026-11-30T22:30:00Z')
    expect((await readExactly()).month).toBe('2026-12')
  })

  test('names the newest staff of the month, and counts by it', async () => {
    await enterStaff(world, '2025-09-30', [{ staff: 100 }])
    await enterStaff(world, '2026-10-31', [{ staff: 200 }])
    await enterStaff(world, '2026-12-01', [{ staff: 300 }])
    await enterCertified(world, '2025-01', 50)
    for (const read of [readExactly, readPublicly]) {
      expect(await read({ month: '2026-10' })).toMatchObject({ denominator: { date: '2026-10-31' }, national: { percent: 25 } })
      expect(await read({ month: '2026-09' })).toMatchObject({ denominator: { date: '2025-09-30' }, national: { percent: 50 } })
      expect(await read({ month: '2025-08' })).toMatchObject({ denominator: { date: null }, national: { percent: null } })
    }
  })

  test('is never cut at 100 %', async () => {
    await enterStaff(world, '2026-09-30', [{ staff: 40 }])
    await enterCertified(world, '2026-10', 50)
    expect((await readPublicly()).national).toMatchObject({ certified: 50, staff: 40, percent: 125 })
  })

  test('has the target of the month’s year, and none where none was entered', async () => {
    await world.db.indicatorTarget.create({ data: { indicatorCode: 'FCD-1', year: 2026, percent: 12.5, source: 'test' } })
    expect((await readPublicly()).national.target).toBe(12.5)
    expect((await readPublicly({ month: '2025-10' })).national.target).toBe(null)
  })

  test.each([
    [{ month: '2026-12' }, 'month-in-future'],
    [{ month: '2020-12' }, 'month-too-early'],
    [{ from: '2026-12' }, 'from-after-month'],
    [{ county: 'XX' }, 'unknown-county'],
    [{ county: 'unknown' }, 'unknown-county'],
    [{ county: 'CJ', by: 'region' }, 'region-of-county'],
  ])('to %j is no', async (asked, refusal) => {
    expect(await readIndicator(world, asked as IndicatorQuery, { exact: false, locale: 'ro' })).toEqual({ ok: false, refusal })
  })
})

describe('the parts', () => {
  beforeEach(async () => {
    await enterStaff(world, '2026-09-30', [{ staff: 100 }, { residence: 'rural', level: 'unknown', staff: 50 }, { county: 'RO-AB', staff: 300 }])
    await enterCertified(world, '2026-02', 30)
    await enterCertified(world, '2026-06', -6)
    await enterCertified(world, '2026-03', 9, { residence: 'rural', level: 'unknown' })
    await enterCertified(world, '2026-04', 70, { county: 'RO-AB', level: 'lower_secondary' })
    await enterCertified(world, '2026-05', 7, { county: 'unknown', residence: 'unknown', level: 'unknown' })
    await enterCertified(world, '2026-12', -5)
    await enterCertified(world, '2026-04', 80, { theme: 'cyber_hygiene' })
    await enterCertified(world, '2026-04', 33, { theme: 'digital_pedagogy' })
  })

  test.each(['county', 'region', 'residence', 'level'] as const)('by %s add up to the whole', async (by) => {
    const { national, breakdown } = await readExactly({ by })
    expect(national).toMatchObject({ certified: 110, staff: 450 })
    expect(breakdown.reduce((sum, { certified }) => sum + certified!, 0)).toBe(110)
    expect(breakdown.reduce((sum, { staff }) => sum + (staff ?? 0), 0)).toBe(450)
    expect(breakdown.at(-1)).toMatchObject({ key: 'unknown', name: 'Necunoscut', certified: by === 'level' ? 16 : 7 })
  })

  test('by theme overlap, each of the whole staff', async () => {
    const { breakdown } = await readExactly({ by: 'theme' })
    expect(breakdown.map(({ key, certified, staff }) => [key, certified, staff])).toEqual([['digital_pedagogy', 33, 450], ['cyber_hygiene', 80, 450], ['data_protection', 0, 450], ['accessible_lessons', 0, 450]])
  })

  test('of a county are its own', async () => {
    expect((await readExactly({ county: 'CJ', by: 'level' })).breakdown.filter(({ certified }) => certified).map(({ key, certified, staff }) => [key, certified, staff])).toEqual([['primary', 24, 100], ['unknown', 9, 50]])
    expect((await readExactly({ county: 'CJ', by: 'theme' })).breakdown[1]).toMatchObject({ certified: 80, staff: 150 })
    expect((await readExactly({ county: 'AB' })).breakdown.map(({ key, certified }) => [key, certified])).toEqual([['RO-AB', 70]])
  })

  test('stand in the order of the Romanian alphabet, by their names in the reader’s language', async () => {
    const counties = (await readExactly()).breakdown.map(({ name }) => name)
    expect(counties.slice(0, 4)).toEqual(['Alba', 'Arad', 'Argeș', 'Bacău'])
    expect(counties.indexOf('Sălaj')).toBeGreaterThan(counties.indexOf('Satu Mare'))
    expect(counties.at(-1)).toBe('Necunoscut')
    expect((await readExactly({ by: 'region' })).breakdown.map(({ name }) => name)).toEqual(['București-Ilfov', 'Centru', 'Nord-Est', 'Nord-Vest', 'Sud-Est', 'Sud-Muntenia', 'Sud-Vest Oltenia', 'Vest', 'Necunoscut'])
    const swedish = await readIndicator(world, { by: 'residence' }, { exact: true, locale: 'sv' })
    expect(swedish.ok && swedish.value.breakdown.map(({ name }) => name)).toEqual(['Tätort', 'Landsbygd', 'Okänt'])
  })

  test('are of the month asked for', async () => {
    expect((await readExactly({ month: '2026-05', by: 'residence' })).breakdown[0]).toMatchObject({ key: 'urban', certified: 100 })
    expect((await readExactly({ month: '2026-06', by: 'residence' })).breakdown[0]).toMatchObject({ key: 'urban', certified: 94 })
  })

  test('that the public sees are the exact ones, hidden or not', async () => {
    for (const by of ['county', 'region', 'residence', 'level', 'theme'] as const) {
      const [exact, shown] = [await readExactly({ by }), await readPublicly({ by })]
      expect(shown.national).toEqual(exact.national)
      for (const part of shown.breakdown) if (!part.suppressed) expect(part).toEqual(row(exact, part.key))
      expect(shown.breakdown.map(({ key }) => key)).toEqual(exact.breakdown.map(({ key }) => key))
    }
  })

  test('of a county by theme are the public’s in no case', async () => {
    expect((await readPublicly({ county: 'CJ', by: 'theme' })).breakdown.map(({ suppressed }) => suppressed)).toEqual([true, true, true, true])
  })

  test('where nobody of a handful is certified have a count and no rate', async () => {
    await enterStaff(world, '2026-10-01', [{ staff: 300 }, { county: 'RO-AB', level: 'lower_secondary', staff: 300 }, { county: 'RO-TL', level: 'related', staff: 8 }])
    expect(row(await readPublicly({ county: 'TL', by: 'level' }), 'related')).toMatchObject({ certified: 0, staff: null, percent: null, suppressed: false })
  })
})

describe('the course', () => {
  test('adds up from before its first month', async () => {
    await enterCertified(world, '2024-05', 10)
    await enterCertified(world, '2026-09', 5)
    await enterCertified(world, '2026-11', -3)
    for (const read of [readExactly, readPublicly]) expect((await read({ from: '2026-08' })).series.map(({ month, certified }) => [month, certified])).toEqual([['2026-08', 10], ['2026-09', 15], ['2026-10', 15], ['2026-11', 12]])
  })

  test('is hidden in the months in which the country itself is small', async () => {
    await enterCertified(world, '2026-09', 3)
    await enterCertified(world, '2026-11', 4)
    expect((await readPublicly({ from: '2026-08' })).series.map(({ certified }) => certified)).toEqual([0, null, null, 7])
    expect((await readPublicly({ month: '2026-10' })).national).toMatchObject({ certified: null, percent: null })
    expect((await readExactly({ month: '2026-10' })).national.certified).toBe(3)
  })
})

test('what was counted a moment ago does not hide what changed since', async () => {
  await enterCertified(world, '2026-10', 50)
  expect((await readPublicly()).national.certified).toBe(50)
  await enterCertified(world, '2026-10', 10)
  expect((await readPublicly()).national.certified).toBe(60)
})

test('the indicators are listed with the headline first and the address of its figures', async () => {
  const [headline, ...others] = await listIndicators(world, 'en')
  expect(headline).toEqual({
    code: 'FCD-1',
    name: 'Share of teachers holding a valid digital certificate',
    unit: 'percent',
    kind: 'stock',
    isHeadline: true,
    strategy: 'smart-edu-2021-2027',
    strategyStatus: 'proposed',
    item: 'SE-P02',
    url: 'https://catedra.test/api/v1/indicators/teacher-training',
  })
  expect(others.length).toBeGreaterThan(3)
  expect(others.every((entry) => entry.url === undefined)).toBe(true)
})

