import { beforeAll, describe, expect, test } from 'vitest'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { markFactsChanged } from '#app/features/registry/mark-facts-changed.server.ts'
import { mergePersons } from '#app/features/registry/merge-persons.server.ts'
import { listUnsynced } from '#app/features/strategy/list-unsynced.server.ts'
import { recount } from '#app/features/strategy/recount.server.ts'
import { syncPerson } from '#app/features/strategy/sync-person.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { handle } from '#workers/handlers/indicator-sync.ts'
import type { WorkerWorld } from '#workers/world.ts'
import { createCertificateFacts, createRevocationFacts } from '#tests/factories/certificate-facts.ts'
import { createActor, createPerson, createPost, createSchool } from '#tests/factories/person.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
let school: string

beforeAll(async () => {
  await loadReferenceData(world)
  school = await createSchool(world)
})

async function createCertified(now = '2026-11-22T10:00:00Z'): Promise<string> {
  world.setNow(now)
  const personId = await createPerson(world)
  await createPost(world, personId, { schoolCode: school, startsOn: '2020-09-01' })
  await createCertificateFacts(world, personId, { validUntil: '2029-11-21' })
  return personId
}

async function entriesOf(personId: string): Promise<string[]> {
  const entries = await world.db.ledgerEntry.findMany({ where: { personId, theme: 'any' }, orderBy: { id: 'asc' } })
  return entries.map(({ month, delta, countyCode, residence, level, cause }) => `${month.toISOString().slice(0, 7)} ${delta} ${countyCode} ${residence} ${level}: ${cause}`)
}

describe('a person is brought in line', () => {
  test('a certificate writes its month and, years ahead, the month after its last', async () => {
    const personId = await createCertified()
    expect(await syncPerson(world, personId)).toBe(4)
    expect(await entriesOf(personId)).toEqual(['2026-11 1 RO-BC rural primary: certificate, post', '2029-11 -1 RO-BC rural primary: certificate, post'])
  })

  test('again it appends nothing, also when nobody remembers that it was done', async () => {
    const personId = await createCertified()
    await syncPerson(world, personId)
    expect(await syncPerson(world, personId)).toBe(0)
    await world.db.person.update({ where: { id: personId }, data: { syncedVersion: 0 } })
    expect(await syncPerson(world, personId)).toBe(0)
    expect(await entriesOf(personId)).toHaveLength(2)
  })

  test('the handler run twice leaves one set of entries', async () => {
    const personId = await createCertified()
    await handle(world as unknown as WorkerWorld, { personId })
    await handle(world as unknown as WorkerWorld, { personId })
    expect(await entriesOf(personId)).toHaveLength(2)
  })

  test('ten at the same time leave one set of entries', async () => {
    const personId = await createCertified()
    const appended = await Promise.all(Array.from({ length: 10 }, () => syncPerson(world, personId)))
    expect(appended.filter((count) => count > 0)).toEqual([4])
    expect(await entriesOf(personId)).toHaveLength(2)
  })

  test('cut off half-way, nothing of it stays and the next one does it all', async () => {
    const personId = await createCertified()
    // The last statement of the transaction is refused once the entries are written.
    await world.pool.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$`)
    await world.pool.query('create trigger cut_off before update of synced_version on person for each row execute function refuse()')
    await expect(syncPerson(world, personId)).rejects.toThrow('cut off')
    await world.pool.query('drop trigger cut_off on person')
    expect(await entriesOf(personId)).toEqual([])
    expect(await listUnsynced(world, 100)).toContainEqual(expect.objectContaining({ personId }))
    expect(await syncPerson(world, personId)).toBe(4)
  })

  test('somebody who does not exist, or no more, is nothing to do', async () => {
    expect(await syncPerson(world, '00000000-0000-7000-8000-000000000000')).toBe(0)
  })

  test('a revocation in a later month takes back what is open and no closed month', async () => {
    const personId = await createCertified('2026-02-10T10:00:00Z')
    const { id } = await world.db.certificate.findFirstOrThrow({ where: { personId } })
    await syncPerson(world, personId)
    world.setNow('2026-11-22T10:00:00Z')
    await createRevocationFacts(world, id, { effect: 'void' })
    await syncPerson(world, personId)
    expect((await entriesOf(personId)).slice(2)).toEqual(['2026-08 -1 RO-BC rural primary: revocation', '2029-11 1 RO-BC rural primary: revocation'])
  })

  test('late by months, it writes what it would have written in time', async () => {
    const personId = await createCertified('2026-02-10T10:00:00Z')
    world.setNow('2026-11-22T10:00:00Z')
    await syncPerson(world, personId)
    expect((await entriesOf(personId))[0]).toMatch(/^2026-02 1 /)
  })
})

describe('people who were merged', () => {
  test('are brought in line together, whichever of them is asked for', async () => {
    const first = await createCertified()
    const second = await createCertified()
    await Promise.all([syncPerson(world, first), syncPerson(world, second)])
    const administrator = await createActor(world, 'administrator')
    world.setNow('2026-11-22T11:00:00Z')
    await mergePersons(world, administrator, { from: first, into: second, reason: 'one teacher, two addresses' })
    await syncPerson(world, first)
    expect(await entriesOf(first)).toEqual([
      expect.stringMatching(/^2026-11 1 /),
      expect.stringMatching(/^2029-11 -1 /),
      '2026-11 -1 RO-BC rural primary: merge',
      '2029-11 1 RO-BC rural primary: merge',
    ])
    expect(await world.db.person.findMany({ where: { id: { in: [first, second] } }, select: { factsVersion: true, syncedVersion: true } })).toEqual([
      { factsVersion: 3, syncedVersion: 3 },
      { factsVersion: 3, syncedVersion: 3 },
    ])
    expect((await recount(world)).differences).toEqual([])
  })

  test('follow the revocation of a certificate of the one in the entries of the other, back and forth', async () => {
    const [first, second] = [await createCertified(), await createPerson(world)]
    const administrator = await createActor(world, 'administrator')
    await mergePersons(world, administrator, { from: first, into: second, reason: 'one teacher' })
    await syncPerson(world, first)
    const { id } = await world.db.certificate.findFirstOrThrow({ where: { personId: first } })
    await createRevocationFacts(world, id, { effect: 'void' })
    await syncPerson(world, first)
    await createCertificateFacts(world, first, { validUntil: '2029-11-21' })
    await syncPerson(world, second)
    expect((await entriesOf(second)).map((entry) => entry.slice(0, 10).trim())).toEqual(['2026-11 1', '2029-11 -1', '2026-11 -1', '2029-11 1', '2026-11 1', '2029-11 -1'])
    expect((await recount(world)).differences).toEqual([])
  })

  test('while others merge them, ten at a time, nobody is counted twice', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => createCertified()))
    const administrator = await createActor(world, 'administrator')
    await Promise.all([
      ...people.slice(1).map((into, index) => mergePersons(world, administrator, { from: people[index]!, into, reason: 'a chain' })),
      ...people.flatMap((personId) => [syncPerson(world, personId), syncPerson(world, personId)]),
    ])
    await Promise.all(people.map((personId) => syncPerson(world, personId)))
    const { differences, unsynced } = await recount(world)
    expect({ differences, unsynced: (await listUnsynced(world, 100)).filter(({ personId }) => people.includes(personId)) }).toEqual({ differences: [], unsynced: [] })
    expect(unsynced).toBe(0)
  })
})

test('who waits longest is listed first, since the change that the ledger missed first', async () => {
  world.setNow('2026-11-22T10:00:00Z')
  const [late, early] = [await createPerson(world), await createPerson(world)]
  const change = (personId: string, instant: string) => inTransaction(world.db, (tx) => markFactsChanged(tx, personId, new Date(instant)))
  await change(early, '2026-11-22T09:00:00Z')
  await change(late, '2026-11-22T09:01:00Z')
  await change(early, '2026-11-22T09:02:00Z')
  expect(await listUnsynced(world, 1)).toEqual([{ personId: early, since: new Date('2026-11-22T09:00:00Z') }])
  expect((await listUnsynced(world, 9)).map(({ personId }) => personId)).toEqual([early, late])
  await syncPerson(world, early)
  await change(early, '2026-11-22T09:03:00Z')
  expect((await listUnsynced(world, 9)).map(({ personId }) => personId)).toEqual([late, early])
})
