import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/core/access/can.ts'
import { addMonths, dateFromDay, dayOf, lastDayOf, monthOf, type Day } from '#app/core/kernel/calendar.ts'
import { levels, residences, themes } from '#app/core/kernel/dimensions.ts'
import { isOpen } from '#app/core/strategy/months-open.ts'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { markFactsChanged } from '#app/features/registry/mark-facts-changed.server.ts'
import { mergePersons } from '#app/features/registry/merge-persons.server.ts'
import { setMainPost } from '#app/features/registry/set-main-post.server.ts'
import { listUnsynced } from '#app/features/strategy/list-unsynced.server.ts'
import { recount } from '#app/features/strategy/recount.server.ts'
import { syncPerson } from '#app/features/strategy/sync-person.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { createCertificateFacts, createRevocationFacts } from '#tests/factories/certificate-facts.ts'
import { createActor, createPerson, createPost, createSchool } from '#tests/factories/person.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const OPERATIONS = 2_000
const BEGINNING = Date.parse('2024-01-15T10:00:00Z')
/** On average over the operations, so that they take three years. */
const STEP_MS = (3 * 365 * 86_400_000) / OPERATIONS

/** A day that was, told by a recorder who may be late by up to seven months. */
const LATE_DAYS = 210

/** The same operations every time: mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const world = await openTestWorld()
const random = randomNumbers(20_261_122)
const chance = (share: number): boolean => random() < share
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!

let now = BEGINNING
const people: string[] = []
const certificates: string[] = []
const schools: string[] = []
let administrator: Actor

beforeAll(async () => {
  await loadReferenceData(world)
  administrator = await createActor(world, 'administrator')
  for (const countyCode of ['RO-BC', 'RO-IS', 'RO-B']) for (const residence of residences) schools.push(await createSchool(world, { countyCode, residence }))
})

/** Sometimes to the last minutes of a month in Bucharest or the first of the next, where mistakes live. */
function advanceClock(): void {
  now += random() * 2 * STEP_MS
  if (chance(0.05)) {
    const midnight = Date.parse(lastDayOf(monthOf(new Date(now)))) + 22 * 3_600_000
    now = Math.max(now, midnight + (chance(0.5) ? -40 * 60_000 : 40 * 60_000))
  }
  world.setNow(new Date(now).toISOString())
}

function dayBack(most: number): Day {
  const day = dayOf(new Date(now - random() * most * 86_400_000))
  return chance(0.2) ? lastDayOf(addMonths(monthOf(day), -1)) : day
}

/** Valid for a few months only, so that expiry comes within the three years. */
function validUntil(effectiveOn: Day): Day | null {
  if (chance(0.1)) return null
  const month = addMonths(monthOf(effectiveOn), 1 + Math.floor(random() * 14))
  return chance(0.4) ? lastDayOf(month) : (`${month}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}` as Day)
}

/** Null where nobody entered them. */
function hours(): number | null {
  return chance(0.7) ? 1 + Math.floor(random() * 18) : null
}

const operations: { share: number; run(): Promise<unknown> }[] = [
  {
    share: 0.1,
    async run() {
      const personId = await createPerson(world)
      people.push(personId)
      if (chance(0.8)) await createPost(world, personId, { schoolCode: pick(schools), level: chance(0.1) ? null : pick(levels), isMain: chance(0.6), hoursPerWeek: hours(), startsOn: dayBack(LATE_DAYS) })
    },
  },
  {
    share: 0.4,
    async run() {
      const effectiveOn = chance(0.6) ? dayOf(new Date(now)) : dayBack(LATE_DAYS)
      certificates.push(await createCertificateFacts(world, pick(people), { theme: pick(themes), countsTowardIndicator: chance(0.85), effectiveOn, validUntil: validUntil(effectiveOn) }))
    },
  },
  {
    share: 0.15,
    async run() {
      const certificateId = pick(certificates)
      if (!certificateId || (await world.db.revocation.findUnique({ where: { certificateId } }))) return
      await createRevocationFacts(world, certificateId, chance(0.5) ? { effect: 'void' } : { effect: 'from_date', effectiveOn: chance(0.2) ? lastDayOf(addMonths(monthOf(new Date(now)), 2)) : dayBack(LATE_DAYS) })
    },
  },
  { share: 0.13, run: () => setMainPost(world, pick(people), { schoolCode: pick(schools), level: pick(levels), ...(chance(0.5) ? { startsOn: dayBack(60) } : {}) }) },
  { share: 0.1, run: () => createPost(world, pick(people), { schoolCode: pick(schools), level: pick(levels), isMain: chance(0.2), hoursPerWeek: hours(), startsOn: dayBack(LATE_DAYS) }) },
  {
    share: 0.07,
    async run() {
      const personId = pick(people)
      const at = await world.clock()
      const open = await world.db.post.findFirst({ where: { personId, endsOn: null } })
      if (!open) return
      await inTransaction(world.db, async (tx) => {
        await tx.post.update({ where: { id: open.id }, data: { endsOn: dateFromDay(dayBack(LATE_DAYS)), endRecordedAt: at } })
        await markFactsChanged(tx, personId, at)
      })
    },
  },
  {
    share: 0.05,
    async run() {
      await mergePersons(world, administrator, { from: pick(people), into: pick(people), reason: 'two accounts of one teacher' })
    },
  },
]

async function operate(): Promise<void> {
  if (people.length < 5) return void (await operations[0]!.run())
  if (certificates.length < 5) return void (await operations[1]!.run())
  let left = random() * operations.reduce((sum, { share }) => sum + share, 0)
  for (const { share, run } of operations) {
    left -= share
    if (left <= 0) return void (await run())
  }
}

/** In order, several at a time, or each twice at once, as the queue may. */
async function syncAll(): Promise<void> {
  const waiting = (await listUnsynced(world, 1_000)).map(({ personId }) => personId)
  if (chance(0.5)) for (const personId of waiting) await syncPerson(world, personId)
  else await Promise.all((chance(0.5) ? waiting : [...waiting, ...waiting]).map((personId) => syncPerson(world, personId)))
}

test(`after ${OPERATIONS} random operations over three years the ledger says what a recount says, in every cell and month, all along`, { timeout: 400_000 }, async () => {
  let published = new Map<string, number>()
  for (let count = 1; count <= OPERATIONS; count++) {
    advanceClock()
    await operate()
    if (chance(0.2)) await syncAll()
    if (count % 100 !== 0) continue
    await syncAll()
    const { differences, unsynced, compared } = await recount(world)
    expect({ differences, unsynced }).toEqual({ differences: [], unsynced: 0 })
    expect(compared).toBeGreaterThan(0)
    // A month that was closed at the last look has the value it had then.
    const values = await ledgerValues()
    for (const [key, value] of published) expect(`${key} ${values.get(key) ?? 0}`).toBe(`${key} ${value}`)
    published = new Map([...values].filter(([key]) => !isOpen(key.slice(0, 7) as never, new Date(now))))
  }
  expect(published.size).toBeGreaterThan(100)
  const kinds = await world.db.ledgerEntry.groupBy({ by: ['cause'] })
  for (const kind of ['certificate', 'post', 'revocation', 'merge']) expect(kinds.some(({ cause }) => cause.includes(kind)), kind).toBe(true)
})

/** '2025-03 any RO-BC rural primary' and its value, of each month since the beginning and each cell. */
async function ledgerValues(): Promise<Map<string, number>> {
  const rows = await world.db.$queryRaw<{ key: string; value: number }[]>`
    select to_char(m, 'YYYY-MM') || ' ' || theme || ' ' || county_code || ' ' || residence || ' ' || level as key, sum(delta)::int as value
    from generate_series(timestamp '2023-01-01', timestamp '2027-12-01', interval '1 month') m join ledger_entry e on e.month <= m group by 1`
  return new Map(rows.map(({ key, value }) => [key, value]))
}
