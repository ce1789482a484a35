import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, dayFromDate, lastDayOf, monthOf, monthsBetween, type Day, type Month } from '#app/core/kernel/calendar.ts'
import { cellKey, levels, residences, themes } from '#app/core/kernel/dimensions.ts'
import { deriveCountedMonths, type Transition } from '#app/core/strategy/derive-counted-months.ts'
import type { Facts } from '#app/core/strategy/facts.ts'
import { differenceToLedger } from '#app/core/strategy/ledger-difference.ts'
import { firstOpenMonth, isOpen } from '#app/core/strategy/months-open.ts'

const people = ['p1', 'p2', 'p3']
const dayMs = 86_400_000
const begin = Date.parse('2024-01-01T00:00:00Z')
/** Short, so that facts meet. */
const DAYS = 560
const allMonths = monthsBetween('2023-08' as Month, '2025-10' as Month)

/** Near the ends of months as often as not: there the rules bite. */
const anyDay = fc.oneof(
  fc.integer({ min: 0, max: DAYS }).map((days) => dayFromDate(new Date(begin + days * dayMs))),
  fc.tuple(fc.integer({ min: 0, max: 18 }), fc.constantFrom(0, -1, 1)).map(([months, off]) => dayFromDate(new Date(Date.parse(lastDayOf(addMonths('2024-01' as Month, months))) + off * dayMs))),
)
const anyInstant = fc.oneof(fc.integer({ min: 0, max: DAYS * dayMs }).map((ms) => new Date(begin + ms)), anyDay.map((day) => new Date(Date.parse(day) + 21.5 * 3_600_000)), anyDay.map((day) => new Date(Date.parse(day) + 22.2 * 3_600_000)))
const person = fc.constantFrom(...people)

const anyCertificate = fc.record({
  id: fc.uuid(),
  personId: person,
  theme: fc.constantFrom(...themes),
  countsTowardIndicator: fc.boolean(),
  effectiveOn: anyDay,
  validUntil: fc.option(anyDay),
  recordedAt: anyInstant,
  revocation: fc.option(fc.record({ effect: fc.constantFrom('void' as const, 'from_date' as const), effectiveOn: anyDay, recordedAt: anyInstant })),
})
const anyPost = fc.record({
  id: fc.uuid(),
  personId: person,
  county: fc.constantFrom('RO-BC', 'RO-IS'),
  residence: fc.constantFrom(...residences),
  level: fc.option(fc.constantFrom(...levels)),
  isMain: fc.boolean(),
  hoursPerWeek: fc.option(fc.integer({ min: 1, max: 20 })),
  startsOn: fc.oneof(fc.constant('2020-09-01' as Day), anyDay),
  recordedAt: fc.oneof(fc.constant(new Date('2020-09-01T10:00:00Z')), anyInstant),
  end: fc.option(fc.record({ endsOn: anyDay, recordedAt: anyInstant })),
})
// Into a later person only: as in life, no circles.
const anyMerges = fc.tuple(...people.slice(0, -1).map((from, index) => fc.option(fc.record({ from: fc.constant(from), into: fc.constantFrom(...people.slice(index + 1)), recordedAt: anyInstant })))).map((merges) => merges.filter((merge) => merge !== null))

const anyFacts: fc.Arbitrary<Facts> = fc.record({ certificates: fc.array(anyCertificate, { maxLength: 6 }), posts: fc.array(anyPost, { maxLength: 6 }), merges: anyMerges })

const recordedIn = new Map<number, Month>()

/** Asked for each month again and slow to tell. */
function monthRecorded(at: Date): Month {
  const known = recordedIn.get(at.getTime()) ?? monthOf(at)
  recordedIn.set(at.getTime(), known)
  return known
}

/** The definition, asked of one month's last day as it is written. */
function countedByDefinition(facts: Facts, month: Month): Set<string> {
  const last = lastDayOf(month)
  const closing = addMonths(month, 3)
  const knew = (recordedAt: Date): boolean => monthRecorded(recordedAt) <= closing
  const countsAs = (id: string): string => {
    const merge = facts.merges.find(({ from, recordedAt }) => from === id && knew(recordedAt))
    return merge ? countsAs(merge.into) : id
  }
  const counted = new Set<string>()
  for (const id of people) {
    const posts = facts.posts.filter((post) => countsAs(post.personId) === id && post.startsOn <= last && knew(post.recordedAt) && !(post.end && knew(post.end.recordedAt) && post.end.endsOn < last))
    const main = posts.sort((a, b) => Number(b.isMain) - Number(a.isMain) || (b.hoursPerWeek ?? 0) - (a.hoursPerWeek ?? 0) || (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : a.id < b.id ? -1 : 1))[0]
    if (!main) continue
    for (const { personId, effectiveOn, validUntil, recordedAt, revocation, countsTowardIndicator, theme } of facts.certificates) {
      if (countsAs(personId) !== id || effectiveOn > last || (validUntil && validUntil < last) || !knew(recordedAt)) continue
      if (revocation && knew(revocation.recordedAt) && (revocation.effect === 'void' || revocation.effectiveOn <= last)) continue
      const where = `${id}|${main.county}|${main.residence}|${main.level ?? 'unknown'}`
      if (countsTowardIndicator) counted.add(`any|${where}`)
      if (countsTowardIndicator || theme === 'accessible_lessons') counted.add(`${theme}|${where}`)
    }
  }
  return counted
}

function countedByTransitions(transitions: Transition[], month: Month): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { personId, series, cell, delta, month: from } of transitions) {
    if (from > month) continue
    const key = `${series}|${personId}|${cellKey(cell)}`
    sums.set(key, (sums.get(key) ?? 0) + delta)
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0))
}

function sameKeys(counted: Map<string, number>, expected: Set<string>): boolean {
  return counted.size === expected.size && [...counted.keys()].every((key) => expected.has(key))
}

/** What was known at an instant: facts recorded later are not there yet. */
function knownAt({ certificates, posts, merges }: Facts, now: Date): Facts {
  return {
    certificates: certificates.filter(({ recordedAt }) => recordedAt <= now).map((fact) => ({ ...fact, revocation: fact.revocation && fact.revocation.recordedAt <= now ? fact.revocation : null })),
    posts: posts.filter(({ recordedAt }) => recordedAt <= now).map((fact) => ({ ...fact, end: fact.end && fact.end.recordedAt <= now ? fact.end : null })),
    merges: merges.filter(({ recordedAt }) => recordedAt <= now),
  }
}

describe('whatever the facts', () => {
  test('the sums of the transitions say in every month what the definition says, and nobody counts twice in a series', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const transitions = deriveCountedMonths(facts)
        const wrong = allMonths.filter((month) => {
          const counted = countedByTransitions(transitions, month)
          const once = [...counted.values()].every((sum) => sum === 1)
          const persons = [...counted.keys()].map((key) => key.split('|').slice(0, 2).join('|'))
          return !once || new Set(persons).size < persons.length || !sameKeys(counted, countedByDefinition(facts, month))
        })
        expect(wrong).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('the order in which facts are read does not matter', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const reversed: Facts = { certificates: facts.certificates.toReversed(), posts: facts.posts.toReversed(), merges: facts.merges.toReversed() }
        expect(differenceToLedger(deriveCountedMonths(facts), deriveCountedMonths(reversed))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('what is recorded from an instant on never changes a month that was closed then', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, (facts, now) => {
        const appended = differenceToLedger(deriveCountedMonths(facts), deriveCountedMonths(knownAt(facts, now)))
        for (const { month } of appended) expect(isOpen(month, now), `${month} at ${now.toISOString()}`).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('a ledger kept by differences, in whatever steps, ends at the same sums, and a second difference is empty', () => {
    fc.assert(
      fc.property(anyFacts, fc.array(anyInstant, { maxLength: 5 }), (facts, instants) => {
        let ledger: Transition[] = []
        for (const now of [...instants.sort((a, b) => a.getTime() - b.getTime()), new Date('2030-01-01T00:00:00Z')]) {
          const desired = deriveCountedMonths(knownAt(facts, now))
          ledger = [...ledger, ...differenceToLedger(desired, ledger)]
          expect(differenceToLedger(desired, ledger)).toEqual([])
        }
        expect(allMonths.filter((month) => !sameKeys(countedByTransitions(ledger, month), countedByDefinition(facts, month)))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('each person and series goes in and out in turn', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const sums = new Map<string, number>()
        for (const { personId, series, delta } of deriveCountedMonths(facts)) {
          const key = `${personId}|${series}`
          const sum = (sums.get(key) ?? 0) + delta
          expect([0, 1]).toContain(sum)
          sums.set(key, sum)
        }
      }),
    )
  })
})

test.each([
  ['2026-01-20T10:00:00Z', '2025-10'],
  ['2026-01-31T21:59:59Z', '2025-10'],
  ['2026-01-31T22:00:00Z', '2025-11'],
  ['2026-07-31T20:59:59Z', '2026-04'],
  ['2026-07-31T21:00:00Z', '2026-05'],
])('at %s the first open month is %s', (instant, month) => {
  expect(firstOpenMonth(new Date(instant))).toBe(month)
  expect(isOpen(month as Month, new Date(instant))).toBe(true)
  expect(isOpen(addMonths(month as Month, -1), new Date(instant))).toBe(false)
})

test('a person with sixty certificates and as many posts is derived in a few milliseconds', () => {
  const month = (index: number): Month => addMonths('2000-01' as Month, index)
  const facts: Facts = {
    certificates: Array.from({ length: 60 }, (_, index) => ({ id: `c${index}`, personId: 'p1', theme: 'digital_pedagogy' as const, countsTowardIndicator: true, effectiveOn: `${month(index * 5)}-03` as Day, validUntil: lastDayOf(month(index * 5 + 3)), recordedAt: new Date(`${month(index * 5)}-03T10:00:00Z`), revocation: null })),
    posts: Array.from({ length: 60 }, (_, index) => ({ id: `p${index}`, personId: 'p1', county: `RO-${index}`, residence: 'urban' as const, level: null, isMain: true, hoursPerWeek: null, startsOn: `${month(index * 5)}-01` as Day, recordedAt: new Date(`${month(index * 5)}-01T10:00:00Z`), end: { endsOn: lastDayOf(month(index * 5 + 4)), recordedAt: new Date(`${month(index * 5 + 4)}-20T10:00:00Z`) } })),
    merges: [],
  }
  const begun = performance.now()
  expect(deriveCountedMonths(facts)).toHaveLength(60 * 2 * 2)
  expect(performance.now() - begun).toBeLessThan(250)
})
