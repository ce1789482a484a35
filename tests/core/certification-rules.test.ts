import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highestLevels } from '#app/core/certification/facts.ts'
import { decideRevocation, type RevocationEffect } from '#app/core/certification/revocation.ts'
import { deriveStatus, type StatusFacts } from '#app/core/certification/status.ts'
import { isBitSet, isListFull, placeFrom, STATUS_LIST_BITS, writeStatusBits } from '#app/core/certification/status-list.ts'
import { lastSecondOf, lastValidDay, wholeSeconds } from '#app/core/certification/validity.ts'
import { dayOf, type Day } from '#app/core/kernel/calendar.ts'

const day = (text: string) => text as Day
const today = day('2026-11-22')

describe('validity', () => {
  test('lasts to the same day so many months later, that day included', () => {
    expect(lastValidDay(day('2026-11-22'), 60)).toBe('2031-11-22')
    expect(lastValidDay(day('2024-02-29'), 36)).toBe('2027-02-28')
    expect(lastValidDay(day('2026-08-31'), 6)).toBe('2027-02-28')
  })

  test('has no end when the course sets none', () => {
    expect(lastValidDay(today, null)).toBeNull()
  })

  test('ends with the last second of the day in Bucharest, in summer and winter and when clocks change', () => {
    expect(wholeSeconds(lastSecondOf(day('2031-11-22')))).toBe('2031-11-22T21:59:59Z')
    expect(wholeSeconds(lastSecondOf(day('2031-07-22')))).toBe('2031-07-22T20:59:59Z')
    expect(wholeSeconds(lastSecondOf(day('2027-03-28')))).toBe('2027-03-28T20:59:59Z')
    expect(wholeSeconds(lastSecondOf(day('2027-10-31')))).toBe('2027-10-31T21:59:59Z')
  })

  test('ends on its day for every day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }), (instant) => {
        const end = lastSecondOf(dayOf(instant))
        expect(dayOf(end)).toBe(dayOf(instant))
        expect(dayOf(new Date(end.getTime() + 1000))).not.toBe(dayOf(instant))
      }),
    )
  })

  test('instants are rounded down to the whole second', () => {
    expect(wholeSeconds(new Date('2026-11-22T10:00:00.999Z'))).toBe('2026-11-22T10:00:00Z')
  })
})

describe('the status on a day', () => {
  const valid: StatusFacts = { isIssued: true, validUntil: day('2026-11-22'), revocation: null, supersededOn: null }
  const revoked = (effect: RevocationEffect) => ({ effect, effectiveOn: day('2026-11-10') })

  test.each<[string, Partial<StatusFacts>, string, string]>([
    ['a certificate is valid on its last day', {}, '2026-11-22', 'valid'],
    ['and expired on the next', {}, '2026-11-23', 'expired'],
    ['one without end never expires', { validUntil: null }, '2099-01-01', 'valid'],
    ['one not issued is pending', { isIssued: false }, '2026-11-22', 'pending'],
    ['a void one is revoked on any day', { revocation: revoked('void') }, '2020-01-01', 'revoked'],
    ['one revoked from a date is valid the day before', { revocation: revoked('from_date') }, '2026-11-09', 'valid'],
    ['and revoked from that date', { revocation: revoked('from_date') }, '2026-11-10', 'revoked'],
    ['revoked is said before expired', { revocation: revoked('from_date') }, '2027-01-01', 'revoked'],
    ['a newer one supersedes it from its day', { supersededOn: day('2026-11-20') }, '2026-11-20', 'superseded'],
    ['not before', { supersededOn: day('2026-11-20') }, '2026-11-19', 'valid'],
    ['expired is said before superseded', { supersededOn: day('2026-11-20') }, '2026-11-23', 'expired'],
  ])('%s', (_name, change, at, status) => {
    expect(deriveStatus({ ...valid, ...change }, day(at))).toBe(status)
  })
})

describe('a revocation', () => {
  const issued = { isIssued: true, isRevoked: false, effectiveOn: day('2026-03-01') }

  test('from the start takes effect on the first day, whatever date is given', () => {
    expect(decideRevocation(issued, { effect: 'void', effectiveOn: day('2026-05-05') }, today)).toEqual({ ok: true, value: '2026-03-01' })
  })

  test.each([
    ['2026-03-01', { ok: true, value: '2026-03-01' }],
    ['2026-11-22', { ok: true, value: '2026-11-22' }],
    ['2026-02-28', { ok: false, refusal: 'date_before_certificate' }],
    ['2026-11-23', { ok: false, refusal: 'date_in_future' }],
    [null, { ok: false, refusal: 'date_missing' }],
  ])('from %s gives %j', (effectiveOn, outcome) => {
    expect(decideRevocation(issued, { effect: 'from_date', effectiveOn: effectiveOn as Day | null }, today)).toEqual(outcome)
  })

  test('happens once, and not before the certificate is issued', () => {
    expect(decideRevocation({ ...issued, isRevoked: true }, { effect: 'void', effectiveOn: null }, today)).toEqual({ ok: false, refusal: 'already_revoked' })
    expect(decideRevocation({ ...issued, isIssued: false }, { effect: 'void', effectiveOn: null }, today)).toEqual({ ok: false, refusal: 'pending' })
  })
})

describe('a status list', () => {
  test('has at least 131072 bits, index 0 the left-most', () => {
    const bits = writeStatusBits([0, 9, STATUS_LIST_BITS - 1])
    expect(bits.length * 8).toBeGreaterThanOrEqual(131_072)
    expect([bits[0], bits[1], bits.at(-1)]).toEqual([0b1000_0000, 0b0100_0000, 0b0000_0001])
  })

  test('has the bits of the revoked set and no others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(STATUS_LIST_BITS - 1), { maxLength: 50 }), fc.nat(STATUS_LIST_BITS - 1), (revoked, asked) => {
        const bits = writeStatusBits(revoked)
        expect(revoked.every((index) => isBitSet(bits, index))).toBe(true)
        expect(isBitSet(bits, asked)).toBe(revoked.includes(asked))
      }),
    )
  })

  test('knows no place outside it', () => {
    expect(() => writeStatusBits([STATUS_LIST_BITS])).toThrow(RangeError)
    expect(() => writeStatusBits([-1])).toThrow(RangeError)
  })

  test('draws places from its whole length', () => {
    expect(placeFrom(Uint8Array.of(0, 1, 255, 255))).toBe(131_071)
    expect(placeFrom(Uint8Array.of(255, 254, 0, 0))).toBe(0)
  })

  test('is full at three quarters', () => {
    expect([isListFull(98_303), isListFull(98_304)]).toEqual([false, true])
  })
})

test('each competence is named once, at the highest level, in the order of the framework', () => {
  const outcome = (competence: '2.1' | '1.3', level: 'A2' | 'B1' | 'C1') => ({ competence, level, text: { ro: '' } })
  expect(highestLevels([outcome('2.1', 'A2'), outcome('1.3', 'B1'), outcome('2.1', 'C1'), outcome('2.1', 'B1')])).toEqual([
    { competence: '1.3', level: 'B1' },
    { competence: '2.1', level: 'C1' },
  ])
})
