import { beforeEach, describe, expect, test } from 'vitest'
import type { IndicatorQuery } from '#app/core/strategy/indicator-query.ts'
import type { BreakdownRow, IndicatorView } from '#app/core/strategy/indicator-view.ts'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { mergePersons } from '#app/features/registry/merge-persons.server.ts'
import { readIndicator } from '#app/features/strategy/read-indicator.server.ts'
import { syncPerson } from '#app/features/strategy/sync-person.server.ts'
import { createCertificateFacts, createRevocationFacts } from '#tests/factories/certificate-facts.ts'
import { clearFigures, enterCertified } from '#tests/factories/ledger.ts'
import { createActor, createPerson, createPost, createSchool } from '#tests/factories/person.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
await loadReferenceData(world)

beforeEach(async () => {
  world.setNow('2026-11-22T10:00:00Z')
  await clearFigures(world)
})

type Asked = Omit<IndicatorQuery, 'month' | 'from'> & { month?: string; from?: string }

async function read(asked: Asked, exact: boolean): Promise<IndicatorView> {
  const view = await readIndicator(world, asked as IndicatorQuery, { exact, locale: 'ro' })
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}
const readExactly = (asked: Asked = {}) => read(asked, true)
const readPublicly = (asked: Asked = {}) => read(asked, false)

function row({ breakdown }: IndicatorView, key: string): BreakdownRow {
  return breakdown.find((part) => part.key === key)!
}

describe('people', () => {
  async function certify(now: string, { theme = 'digital_pedagogy' as const, personId = '' } = {}): Promise<{ personId: string; certificateId: string }> {
    world.setNow(now)
    const person = personId || (await createPerson(world))
    if (!personId) await createPost(world, person, { schoolCode: await createSchool(world, { countyCode: 'RO-CJ', residence: 'urban' }), startsOn: '2020-09-01' })
    const certificateId = await createCertificateFacts(world, person, { theme })
    await world.db.certificate.update({ where: { id: certificateId }, data: { state: 'issued' } })
    await syncPerson(world, person)
    return { personId: person, certificateId }
  }
  const flows = async () => {
    world.setNow('2026-11-22T10:00:00Z')
    return (await readExactly({ from: '2026-08' })).series.map(({ certified, newlyCertified, certificatesIssued }) => [certified, newlyCertified, certificatesIssued])
  }

  test('are newly certified once, in the month of their first certificate; void ones and merged people do not count twice', async () => {
    const ana = await certify('2026-08-10T10:00:00Z')
    await certify('2026-10-10T10:00:00Z', { personId: ana.personId })
    const anaAgain = await certify('2026-09-10T10:00:00Z')
    const ion = await certify('2026-09-10T10:00:00Z')
    const voided = await certify('2026-10-12T10:00:00Z')
    expect(await flows()).toEqual([[1, 1, 1], [3, 2, 2], [4, 1, 2], [4, 0, 0]])

    await createRevocationFacts(world, voided.certificateId, { effect: 'void' })
    await mergePersons(world, await createActor(world, 'administrator'), { from: anaAgain.personId, into: ana.personId, reason: 'test' })
    for (const { personId } of [ana, anaAgain, ion, voided]) await syncPerson(world, personId)
    expect(await flows()).toEqual([[1, 1, 1], [2, 1, 2], [2, 0, 2], [2, 0, 0]])
  })

  test('who are registered are the other denominator: with a post at the end of the month, once each', async () => {
    const registered = async (month: string) => {
      const view = await readExactly({ denominator: 'registered', month, by: 'level' })
      return [view.national.staff, row(view, 'primary').staff, view.denominator.date]
    }
    const before = Number((await registered('2026-11'))[0])
    const school = await createSchool(world, { countyCode: 'RO-TL' })
    const mover = await createPerson(world)
    await createPost(world, mover, { schoolCode: school, startsOn: '2026-09-01', endsOn: '2026-10-15' })
    const teacher = await createPerson(world)
    await createPost(world, teacher, { schoolCode: school, startsOn: '2026-09-01', level: 'primary', isMain: true })
    await createPost(world, teacher, { schoolCode: school, startsOn: '2026-09-01', level: 'upper_secondary', isMain: false, hoursPerWeek: 30 })
    const view = await readExactly({ denominator: 'registered', by: 'level', county: 'TL' })
    expect(view.breakdown.filter(({ staff }) => staff).map(({ key, staff }) => [key, staff])).toEqual([['primary', 1]])
    expect((await registered('2026-11'))[0]).toBe(before + 1)
    expect((await registered('2026-11'))[2]).toBe('2026-11-22')
    expect((await readExactly({ denominator: 'registered', month: '2026-09', county: 'TL' })).breakdown[0]?.staff).toBe(2)
  })

  test('who are registered the public is told for the whole country alone, and only if they are many', async () => {
    await enterCertified(world, '2026-10', 50)
    const view = await readPublicly({ denominator: 'registered' })
    expect(view.national.certified).toBe(50)
    expect(view.breakdown.every(({ staff, percent }) => staff === null && percent === null)).toBe(true)
    expect(row(view, 'RO-CJ').certified).toBe(50)
  })
})
