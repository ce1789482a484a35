import { describe, expect, test } from 'vitest'
import { addMonths, dayAfterMonths, dayOf, lastDayOf, monthOf, parseDay } from '#app/core/kernel/calendar.ts'
import type { Day, Month } from '#app/core/kernel/calendar.ts'

describe('days and months in Bucharest', () => {
  test('half past eleven at night on the last of January is January', () => {
    expect(monthOf(new Date('2026-01-31T21:30:00Z'))).toBe('2026-01')
  })

  test('ten past midnight on the first of February is February', () => {
    expect(monthOf(new Date('2026-01-31T22:10:00Z'))).toBe('2026-02')
    expect(dayOf(new Date('2026-01-31T22:10:00Z'))).toBe('2026-02-01')
  })

  test('months are counted across years', () => {
    expect(addMonths('2026-01' as Month, -3)).toBe('2025-10')
    expect(addMonths('2026-11' as Month, 60)).toBe('2031-11')
  })

  test('a day that a month lacks becomes its last', () => {
    expect(dayAfterMonths('2024-02-29' as Day, 36)).toBe('2027-02-28')
    expect(lastDayOf('2028-02' as Month)).toBe('2028-02-29')
  })

  test('a day that does not exist is no day', () => {
    expect(parseDay('2026-02-30')).toBeNull()
    expect(parseDay('2026-2-3')).toBeNull()
  })
})
