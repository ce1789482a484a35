import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCsv } from '#app/core/kernel/csv.ts'
import type { Month } from '#app/core/kernel/calendar.ts'
import { parseIndicatorQuery, periodOf } from '#app/core/strategy/indicator-query.ts'
import { percentOf } from '#app/core/strategy/percent.ts'
import { cellId, publishedCells, type Change } from '#app/core/strategy/published-cells.ts'

describe('a percent', () => {
  test.each<[number, number | null, number | null]>([
    [12, 40, 30],
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 2_000, 0.1],
    [1, 2_001, 0],
    [1_234, 208_400, 0.6],
    // 0.35 % and 1.005 % are below their half as binary fractions
    [7, 2_000, 0.4],
    [25, 2_000, 1.3],
    [50, 40, 125],
    [0, 40, 0],
    [27, null, null],
    [0, 0, null],
    [3, 0, null],
  ])('of %i in %s is %s', (certified, staff, percent) => expect(percentOf(certified, staff)).toBe(percent))

  test('is never further than half a tenth from the truth, and rounds the half up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 1, max: 300_000 }), (certified, staff) => {
        const tenths = Math.round(percentOf(certified, staff)! * 10)
        // 2·1000·certified/staff in [2·tenths − 1, 2·tenths + 1), in whole numbers
        const twice = BigInt(2_000) * BigInt(certified)
        return twice >= BigInt(2 * tenths - 1) * BigInt(staff) && twice < BigInt(2 * tenths + 1) * BigInt(staff)
      }),
    )
  })
})

describe('a question', () => {
  const ask = (text: string) => parseIndicatorQuery(new URLSearchParams(text))

  test('may leave everything open', () => expect(ask('')).toEqual({ ok: true, query: {} }))
  test('is taken with all its fields', () => {
    expect(ask('month=2026-10&from=2025-10&by=level&county=CJ&denominator=registered')).toEqual({ ok: true, query: { month: '2026-10', from: '2025-10', by: 'level', county: 'CJ', denominator: 'registered' } })
  })
  test('may carry what is not the indicator’s', () => expect(ask('utm_source=x&month=2026-10')).toEqual({ ok: true, query: { month: '2026-10' } }))
  test('names every field that is wrong', () => {
    const asked = ask('month=2026-13&from=x&by=town&county=&denominator=all')
    expect(asked.ok ? [] : asked.faults.map(({ field }) => field)).toEqual(['month', 'from', 'by', 'county', 'denominator'])
  })
  test('may say each thing once', () => expect(ask('by=county&by=county')).toEqual({ ok: false, faults: [{ field: 'by', reason: 'given more than once' }] }))

  const current = '2026-11' as Month
  const period = (query: { month?: string; from?: string }) => periodOf(query as { month?: Month; from?: Month }, current)

  test('about no month is about the current one and the twelve before', () => expect(period({})).toMatchObject({ ok: true, value: { month: '2026-11', from: '2025-11' } }))
  test('reaches back no further than the strategy', () => expect(period({ month: '2021-06' })).toMatchObject({ ok: true, value: { from: '2021-01' } }))
  test.each([
    [{ month: '2026-12' }, 'month-in-future'],
    [{ month: '2020-12' }, 'month-too-early'],
    [{ month: '2025-01', from: '2025-02' }, 'from-after-month'],
    [{ from: '2020-12' }, 'from-too-early'],
  ])('about %j is refused: %s', (query, refusal) => expect(period(query)).toEqual({ ok: false, refusal }))
})

describe('a CSV file', () => {
  test('begins with its mark, quotes texts, leaves numbers bare and nothing empty', () => {
    expect(writeCsv(['a', 'b'], [['Iași', 1.5], [null, true]])).toBe('\uFEFF"a","b"\r\n"Iași",1.5\r\n,true\r\n')
  })
  test('keeps quotes, commas and lines in one cell', () => expect(writeCsv(['a'], [['x "y", z\r\nw']])).toBe('\uFEFF"a"\r\n"x ""y"", z\r\nw"\r\n'))
  test.each(['=1+1', '+40', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－1', '＠x', '\0=1'])('never begins a cell with a formula: %j', (text) => {
    expect(writeCsv(['a'], [[text]])).toBe(`\uFEFF"a"\r\n"'${text}"\r\n`)
  })
})

describe('the published cells', () => {
  const regionOf = new Map([['RO-AA', 'R1'], ['RO-BB', 'R2']])
  const months = ['2026-09', '2026-10', '2026-11'] as Month[]
  const residence = (county: string, name: string, month: string, delta: number): Change => ({ county, residence: name, level: null, theme: null, month: month as Month, delta })
  const level = (county: string, name: string, month: string, delta: number): Change => ({ county, residence: null, level: name, theme: null, month: month as Month, delta })
  const changes = [
    residence('RO-AA', 'urban', '2026-08', 6), level('RO-AA', 'primary', '2026-08', 6),
    residence('RO-AA', 'urban', '2026-10', 2), level('RO-AA', 'primary', '2026-10', 2),
    residence('RO-BB', 'rural', '2026-11', 9), level('RO-BB', 'unknown', '2026-11', 9),
    residence('RO-BB', 'rural', '2026-12', 100),
  ]
  const cells = new Map(publishedCells({ months, regionOf, changes, staff: [] }).map((cell) => [cellId(cell.place), cell.months.map(({ certified }) => certified)]))

  test('add up from month to month and from part to whole', () => {
    expect(cells.get(cellId({ county: 'RO-AA' }))).toEqual([6, 8, 8])
    expect(cells.get(cellId({ region: 'R2' }))).toEqual([0, 0, 9])
    expect(cells.get(cellId({}))).toEqual([6, 8, 17])
    expect(cells.get(cellId({ level: 'primary' }))).toEqual([6, 8, 8])
    expect(cells.get(cellId({ county: 'RO-AA', level: 'primary' }))).toEqual([6, 8, 8])
  })

  test('have a row for the unknown in every county once it is known anywhere, so that its presence tells nothing', () => {
    expect(cells.get(cellId({ county: 'RO-AA', level: 'unknown' }))).toEqual([0, 0, 0])
    expect(cells.has(cellId({ residence: 'unknown' }))).toBe(false)
  })
})
