import { spawnSync } from 'node:child_process'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { childEnvironment } from '#app/platform/env.server.ts'
import { recount } from '#app/features/strategy/recount.server.ts'
import { syncPerson } from '#app/features/strategy/sync-person.server.ts'
import { createCertificateFacts } from '#tests/factories/certificate-facts.ts'
import { rewriteLedger } from '#tests/factories/ledger.ts'
import { createPerson, createPost, createSchool } from '#tests/factories/person.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
let ana: string

beforeAll(async () => {
  await loadReferenceData(world)
  const schoolCode = await createSchool(world)
  ana = await createPerson(world)
  const dan = await createPerson(world)
  world.setNow('2026-10-05T10:00:00Z')
  for (const personId of [ana, dan]) {
    await createPost(world, personId, { schoolCode })
    await createCertificateFacts(world, personId, { validUntil: '2026-12-31' })
    await syncPerson(world, personId)
  }
})

test('an empty country has nothing to compare', async () => {
  const { db, clock } = await openTestWorld()
  expect(await recount({ db, clock })).toEqual({ month: '2026-11', totals: [{ series: 'any', ledger: 0, counted: 0 }], compared: 0, differences: [], unsynced: 0 })
})

test('a right ledger has the same totals and no differences, from the first month to the one after the last', async () => {
  expect(await recount(world)).toEqual({
    month: '2026-10',
    totals: [
      { series: 'any', ledger: 2, counted: 2 },
      { series: 'digital_pedagogy', ledger: 2, counted: 2 },
    ],
    // October to February, two series, one cell.
    compared: 10,
    differences: [],
    unsynced: 0,
  })
})

function runCommand(): { status: number | null; stdout: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', 'commands/recount.ts'], { env: childEnvironment({ DATABASE_URL: world.databaseUrl }), encoding: 'utf8' })
}

test('the command says both totals and that nothing differs', () => {
  const { status, stdout } = runCommand()
  expect(stdout).toMatch(/^\d{4}-\d{2} any: (\d+) by the ledger, \1 counted again\n/)
  expect(stdout).toMatch(/\n\d+ values compared, 0 differ\n$/)
  expect(status).toBe(0)
})

test('long after the last change there are totals still', async () => {
  const { db } = world
  const later = await recount({ db, clock: () => Promise.resolve(new Date('2031-05-05T10:00:00Z')) })
  expect(later).toMatchObject({ month: '2031-05', totals: [{ series: 'any', ledger: 0, counted: 0 }, { series: 'digital_pedagogy', ledger: 0, counted: 0 }], differences: [] })
  expect(later.compared).toBe(2 * (12 * 4 + 9))
})

describe('a ledger that is wrong', () => {
  let saved: { id: bigint }[]
  beforeEach(async () => {
    saved = await world.db.ledgerEntry.findMany()
    return async () => {
      await rewriteLedger(world, async (tx) => {
        await tx.ledgerEntry.deleteMany()
        await tx.ledgerEntry.createMany({ data: saved as never })
      })
      expect((await recount(world)).differences).toEqual([])
    }
  })

  const cell = { county: 'RO-BC', residence: 'rural', level: 'primary', series: 'any' }
  const months = async () => (await recount(world)).differences.map(({ month, series, county, residence, level, ledger, counted }) => `${month} ${series} ${county} ${residence} ${level}: ${ledger} for ${counted}`)

  test('by a lost entry is named in every month that it spoils', async () => {
    await rewriteLedger(world, (tx) => tx.ledgerEntry.deleteMany({ where: { personId: ana, theme: 'any', delta: 1 } }))
    const { differences, totals } = await recount(world)
    expect(totals[0]).toEqual({ series: 'any', ledger: 1, counted: 2 })
    expect(differences).toEqual([
      { month: '2026-10', ...cell, ledger: 1, counted: 2 },
      { month: '2026-11', ...cell, ledger: 1, counted: 2 },
      { month: '2026-12', ...cell, ledger: 1, counted: 2 },
      { month: '2027-01', ...cell, ledger: -1, counted: 0 },
      { month: '2027-02', ...cell, ledger: -1, counted: 0 },
    ])
  })

  test('by one more is named', async () => {
    const entry = await world.db.ledgerEntry.findFirstOrThrow({ where: { personId: ana, theme: 'digital_pedagogy', delta: 1 } })
    await world.db.ledgerEntry.create({ data: { ...entry, id: undefined, factsVersion: 99, month: new Date('2026-12-01') } })
    expect(await months()).toEqual([
      '2026-12 digital_pedagogy RO-BC rural primary: 3 for 2',
      '2027-01 digital_pedagogy RO-BC rural primary: 1 for 0',
      '2027-02 digital_pedagogy RO-BC rural primary: 1 for 0',
    ])
  })

  test('by a cell in place of another is named in both', async () => {
    await rewriteLedger(world, (tx) => tx.ledgerEntry.updateMany({ where: { personId: ana, theme: 'any' }, data: { residence: 'urban' } }))
    expect((await months()).slice(0, 2)).toEqual(['2026-10 any RO-BC rural primary: 1 for 2', '2026-10 any RO-BC urban primary: 1 for 0'])
  })

  test('is told line by line by the command, which fails', async () => {
    await rewriteLedger(world, (tx) => tx.ledgerEntry.updateMany({ where: { personId: ana, theme: 'any', delta: 1 }, data: { month: new Date('2026-09-01') } }))
    const { status, stdout } = runCommand()
    expect(status).toBe(1)
    expect(stdout).toContain('differs: 2026-09 any RO-BC rural primary: 1 by the ledger, 0 counted again\n')
    expect(stdout).toMatch(/\d+ values compared, 1 differ\n$/)
  })

  test('by a month is named in that month', async () => {
    await rewriteLedger(world, (tx) => tx.ledgerEntry.updateMany({ where: { personId: ana, theme: 'any', delta: 1 }, data: { month: new Date('2026-09-01') } }))
    expect(await months()).toEqual(['2026-09 any RO-BC rural primary: 1 for 0'])
  })
})

test('somebody whose change the ledger does not follow yet is told', async () => {
  const personId = await createPerson(world)
  await createPost(world, personId, { schoolCode: await createSchool(world, { countyCode: 'RO-CJ', residence: 'urban' }) })
  await createCertificateFacts(world, personId)
  const { unsynced, differences } = await recount(world)
  expect(unsynced).toBe(1)
  expect(differences.every(({ county, ledger, counted }) => county === 'RO-CJ' && ledger === 0 && counted === 1)).toBe(true)
  expect(differences.length).toBeGreaterThan(0)
})
