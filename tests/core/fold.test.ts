import { describe, expect, test } from 'vitest'
import { foldName, matchesSearch } from '#app/core/kernel/fold.ts'

describe('names are compared', () => {
  test.each([
    ['ŞTEFAN ţăran', 'Ștefan Țăran'],
    ['S\u0326tefan', 'Ștefan'],
    ['S\u0327tefan', 'Ștefan'],
    ['Bistrița – Năsăud', 'BISTRIȚA-NĂSĂUD'],
    ['  Ana\u00a0 Maria ', 'ana maria'],
  ])('%j as %j', (typed, known) => {
    expect(foldName(typed)).toBe(foldName(known))
  })

  test('letters that differ stay different', () => {
    expect(foldName('Stefan')).not.toBe(foldName('Ștefan'))
    expect(foldName('Ana-Maria')).not.toBe(foldName('Ana Maria'))
  })
})

describe('search finds', () => {
  const school = 'Școala Gimnazială „Ștefan cel Mare” Bistrița-Bârgăului 0612345678'
  test.each(['scoala stefan', 'ŞCOALA', 'bargau', 'bistrita-bargaului', 'cel mare 0612', '', '  '])('%j', (asked) => {
    expect(matchesSearch(school, asked)).toBe(true)
  })
  test.each(['liceul', 'tefan', 'scoala liceul'])('nothing for %j', (asked) => {
    expect(matchesSearch(school, asked)).toBe(false)
  })
})
