import { expect, test } from 'vitest'
import { decideTokenEnd, furthestTokenEnd, offeredTokenEnd, readTokenName } from '#app/core/access/api-token.ts'
import type { Day } from '#app/core/kernel/calendar.ts'

const day = (text: string) => text as Day

test.each([
  ['2026-11-22', '2026-11-22', null],
  ['2027-11-22', '2026-11-22', null],
  ['2026-11-21', '2026-11-22', 'end-in-past'],
  ['2027-11-23', '2026-11-22', 'end-too-far'],
  ['2029-02-28', '2028-02-29', null],
  ['2029-03-01', '2028-02-29', 'end-too-far'],
])('a token until %s made on %s', (end, today, refusal) => {
  const decided = decideTokenEnd(day(end), day(today))
  expect(decided.ok ? null : decided.refusal).toBe(refusal)
})

test('what is offered may be taken', () => {
  for (const today of ['2026-11-30', '2027-12-31', '2028-02-29'].map(day)) {
    for (const end of [offeredTokenEnd(today), furthestTokenEnd(today)]) expect(decideTokenEnd(end, today).ok).toBe(true)
  }
})

test.each([
  ['  tablou  de\u00a0bord ', 'tablou de bord'],
  ['ș'.repeat(60), 'ș'.repeat(60)],
  ['ș'.repeat(61), null],
  ['', null],
  [' ', null],
  ['a\0b', null],
  ['a\u202eb', null],
  ['\ud800', null],
])('the name %j is %j', (typed, name) => {
  expect(readTokenName(typed)).toBe(name)
})
