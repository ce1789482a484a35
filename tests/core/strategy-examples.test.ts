import { describe, expect, test } from 'vitest'
import { dayOf, monthOf, type Month } from '#app/core/kernel/calendar.ts'
import { cellKey } from '#app/core/kernel/dimensions.ts'
import { deriveCountedMonths } from '#app/core/strategy/derive-counted-months.ts'
import type { Facts } from '#app/core/strategy/facts.ts'
import { certificate, facts, merge, post } from './strategy-facts.ts'

/** What the indicator says in a month: 'ana RO-BC|rural|primary' for each person that counts, in order. */
function counted(given: Partial<Facts>, month: string, series = 'any'): string[] {
  const sums = new Map<string, number>()
  for (const transition of deriveCountedMonths(facts(given))) {
    if (transition.series !== series || transition.month > month) continue
    const key = `${transition.personId} ${cellKey(transition.cell)}`
    sums.set(key, (sums.get(key) ?? 0) + transition.delta)
  }
  return [...sums].filter(([, sum]) => sum !== 0).map(([key, sum]) => (sum === 1 ? key : `${key} ${sum} times`)).sort()
}

const inRuralBacau = ['ana RO-BC|rural|primary']

describe('the worked examples of the indicator', () => {
  test('1: two valid certificates of one theme count one person once, in total and in the theme', () => {
    const given = { certificates: [certificate({ effectiveOn: '2026-01-10' }), certificate({ effectiveOn: '2026-01-20' })], posts: [post()] }
    expect(counted(given, '2026-01')).toEqual(inRuralBacau)
    expect(counted(given, '2026-01', 'digital_pedagogy')).toEqual(inRuralBacau)
    expect(counted(given, '2026-01', 'cyber_hygiene')).toEqual([])
  })

  test.each([
    ['2026-01-31T21:30:00Z', '2026-01'],
    ['2026-01-31T22:10:00Z', '2026-02'],
  ])('2: completed at %s counts from %s', (instant, month) => {
    const given = { certificates: [certificate({ effectiveOn: dayOf(new Date(instant)), recordedAt: instant })], posts: [post()] }
    expect(monthOf(new Date(instant))).toBe(month)
    expect(deriveCountedMonths(facts(given)).map((transition) => transition.month)).toEqual([month, month])
  })

  test('3: valid until the last of March counts in March and not in April', () => {
    const given = { certificates: [certificate({ effectiveOn: '2026-01-10', validUntil: '2026-03-31' })], posts: [post()] }
    expect(counted(given, '2026-03')).toEqual(inRuralBacau)
    expect(counted(given, '2026-04')).toEqual([])
  })

  test('valid until a day before the end of a month does not count in it', () => {
    const given = { certificates: [certificate({ effectiveOn: '2026-01-10', validUntil: '2026-03-30' })], posts: [post()] }
    expect(counted(given, '2026-02')).toEqual(inRuralBacau)
    expect(counted(given, '2026-03')).toEqual([])
  })

  test('4: revoked on 3 April with effect from 15 March: March had it before, and has it no more', () => {
    const before = { certificates: [certificate({ effectiveOn: '2026-01-10' })], posts: [post()] }
    const after = { certificates: [certificate({ effectiveOn: '2026-01-10', revoked: { effect: 'from_date', effectiveOn: '2026-03-15', recordedAt: '2026-04-03' } })], posts: [post()] }
    expect(counted(before, '2026-03')).toEqual(inRuralBacau)
    expect(counted(after, '2026-02')).toEqual(inRuralBacau)
    expect(counted(after, '2026-03')).toEqual([])
  })

  test('5: a move on the first of September counts in August where it was and in September where it is', () => {
    const given = {
      certificates: [certificate({ effectiveOn: '2026-01-10' })],
      posts: [post({ endsOn: '2026-08-31', endRecordedAt: '2026-09-02' }), post({ startsOn: '2026-09-01', recordedAt: '2026-09-02', county: 'RO-IS', residence: 'urban' })],
    }
    expect(counted(given, '2026-08')).toEqual(inRuralBacau)
    expect(counted(given, '2026-09')).toEqual(['ana RO-IS|urban|primary'])
  })

  test.each([
    ['2026-01-20', '2025-11'],
    ['2026-04-20', '2026-01'],
    ['2026-02-28', '2025-11'],
    ['2026-03-01', '2025-12'],
  ])('6: awarded on 12 November 2025 and recorded on %s counts from %s', (recordedAt, first) => {
    const given = { certificates: [certificate({ effectiveOn: '2025-11-12', recordedAt })], posts: [post()] }
    expect(deriveCountedMonths(facts(given)).map((transition) => transition.month)).toEqual([first, first])
  })

  test('10: a teacher at two schools counts once, where the main post is', () => {
    const given = {
      certificates: [certificate({ effectiveOn: '2026-01-10' })],
      posts: [post({ level: 'lower_secondary', hoursPerWeek: 12 }), post({ id: 'other', residence: 'urban', level: 'upper_secondary', hoursPerWeek: 8, isMain: false })],
    }
    expect(counted(given, '2026-01')).toEqual(['ana RO-BC|rural|lower_secondary'])
  })
})

describe('validity, posts and merges', () => {
  test('void from the start leaves the months that were closed when it was recorded, and no other', () => {
    const given = { certificates: [certificate({ effectiveOn: '2026-01-10', revoked: { effect: 'void', effectiveOn: '2026-01-10', recordedAt: '2026-09-15' } })], posts: [post()] }
    expect(counted(given, '2026-05')).toEqual(inRuralBacau)
    expect(counted(given, '2026-06')).toEqual([])
    expect(counted(given, '2026-12')).toEqual([])
  })

  test('revoked late from a date long past leaves the months that were closed, too', () => {
    const given = { certificates: [certificate({ effectiveOn: '2026-01-10', revoked: { effect: 'from_date', effectiveOn: '2026-02-15', recordedAt: '2026-09-15' } })], posts: [post()] }
    expect(counted(given, '2026-05')).toEqual(inRuralBacau)
    expect(counted(given, '2026-06')).toEqual([])
  })

  test('revoked from a day to come counts until the month before it', () => {
    const given = { certificates: [certificate({ effectiveOn: '2026-01-10', revoked: { effect: 'from_date', effectiveOn: '2026-06-30', recordedAt: '2026-03-15' } })], posts: [post()] }
    expect(counted(given, '2026-05')).toEqual(inRuralBacau)
    expect(counted(given, '2026-06')).toEqual([])
  })

  test('a renewal before the end leaves no gap', () => {
    const given = { certificates: [certificate({ effectiveOn: '2023-01-10', validUntil: '2026-01-09' }), certificate({ effectiveOn: '2025-12-20', validUntil: '2028-12-19' })], posts: [post()] }
    expect(deriveCountedMonths(facts(given)).filter(({ series }) => series === 'any').map(({ month, delta }) => `${month} ${delta}`)).toEqual(['2023-01 1', '2028-12 -1'])
  })

  test('without a post at the end of the month nobody counts; with a post of unknown level they do', () => {
    const certificates = [certificate({ effectiveOn: '2026-01-10' })]
    expect(counted({ certificates }, '2026-01')).toEqual([])
    expect(counted({ certificates, posts: [post({ endsOn: '2026-01-30' })] }, '2026-01')).toEqual([])
    expect(counted({ certificates, posts: [post({ endsOn: '2026-01-31' })] }, '2026-01')).toEqual(inRuralBacau)
    expect(counted({ certificates, posts: [post({ level: null })] }, '2026-01')).toEqual(['ana RO-BC|rural|unknown'])
  })

  test('a post entered late counts from the first month that was open then', () => {
    const given = { certificates: [certificate({ effectiveOn: '2026-01-10' })], posts: [post({ recordedAt: '2026-07-01' })] }
    expect(counted(given, '2026-03')).toEqual([])
    expect(counted(given, '2026-04')).toEqual(inRuralBacau)
  })

  test('an end entered late leaves the closed months in the old post', () => {
    const given = { certificates: [certificate({ effectiveOn: '2025-01-10' })], posts: [post({ endsOn: '2025-12-31', endRecordedAt: '2026-07-01' })] }
    expect(counted(given, '2026-03')).toEqual(inRuralBacau)
    expect(counted(given, '2026-04')).toEqual([])
  })

  test.each([
    ['the marked post before more hours', [{ id: 'a', isMain: true, hoursPerWeek: 4 }, { id: 'b', isMain: false, hoursPerWeek: 18 }]],
    ['among unmarked ones most hours', [{ id: 'a', isMain: false, hoursPerWeek: 10 }, { id: 'b', isMain: false, hoursPerWeek: null }, { id: 'c', isMain: false, hoursPerWeek: 8 }]],
    ['with equal hours the earliest start', [{ id: 'b', isMain: false, startsOn: '2020-09-01' }, { id: 'a', isMain: false, startsOn: '2021-09-01' }]],
    ['with all equal the smallest id', [{ id: 'a', isMain: false }, { id: 'b', isMain: false }]],
  ])('the main post is %s', (_, posts) => {
    const inCluj = posts.map((given, index) => post({ ...given, county: index === 0 ? 'RO-CJ' : 'RO-BC' }))
    const expected = ['ana RO-CJ|rural|primary']
    expect(counted({ certificates: [certificate({ effectiveOn: '2026-01-10' })], posts: inCluj }, '2026-01')).toEqual(expected)
    expect(counted({ certificates: [certificate({ effectiveOn: '2026-01-10' })], posts: inCluj.reverse() }, '2026-01')).toEqual(expected)
  })

  test('merged accounts count as one person from the months that were open, and as two before', () => {
    const given = {
      certificates: [certificate({ effectiveOn: '2025-01-10' }), certificate({ effectiveOn: '2025-01-10', personId: 'ana2' })],
      posts: [post(), post({ personId: 'ana2', id: 'other', county: 'RO-IS', startsOn: '2021-09-01' })],
      merges: [merge('ana2', 'ana', '2026-07-01')],
    }
    expect(counted(given, '2026-03')).toEqual([...inRuralBacau, 'ana2 RO-IS|rural|primary'])
    expect(counted(given, '2026-04')).toEqual(inRuralBacau)
  })

  test("after a merge one account's certificate counts in the other's post, along a chain too", () => {
    const given = {
      certificates: [certificate({ effectiveOn: '2026-01-10', personId: 'first' })],
      posts: [post({ personId: 'third' })],
      merges: [merge('first', 'second', '2026-05-01'), merge('second', 'third', '2026-09-01')],
    }
    expect(counted(given, '2026-05')).toEqual([])
    expect(counted(given, '2026-06')).toEqual(['third RO-BC|rural|primary'])
  })

  test('a course too short to qualify counts for its theme when that is no core theme, and for nothing else', () => {
    const short = { effectiveOn: '2026-01-10', countsTowardIndicator: false }
    const accessible = { certificates: [certificate({ ...short, theme: 'accessible_lessons' })], posts: [post()] }
    expect(counted(accessible, '2026-01')).toEqual([])
    expect(counted(accessible, '2026-01', 'accessible_lessons')).toEqual(inRuralBacau)
    const pedagogy = { certificates: [certificate({ ...short, theme: 'digital_pedagogy' })], posts: [post()] }
    expect(deriveCountedMonths(facts(pedagogy))).toEqual([])
  })

  test('an award that ended before any open month counts nowhere', () => {
    const given = { certificates: [certificate({ effectiveOn: '2024-01-10', validUntil: '2024-12-31', recordedAt: '2026-07-01' })], posts: [post()] }
    expect(deriveCountedMonths(facts(given))).toEqual([])
    expect(counted(given, '2024-06' as Month)).toEqual([])
  })
})
