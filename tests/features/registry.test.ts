import { beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '#app/core/kernel/calendar.ts'
import { findMainPost } from '#app/features/registry/find-main-post.server.ts'
import { findSchool } from '#app/features/registry/find-school.server.ts'
import { listCounties } from '#app/features/registry/list-counties.server.ts'
import { listSchools } from '#app/features/registry/list-schools.server.ts'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { markFactsChanged } from '#app/features/registry/mark-facts-changed.server.ts'
import { mergePersons } from '#app/features/registry/merge-persons.server.ts'
import { setMainPost } from '#app/features/registry/set-main-post.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { createActor, createPerson, createSchool } from '#tests/factories/person.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
let bacau: string
let iasi: string

beforeAll(async () => {
  await loadReferenceData(world)
  bacau = await createSchool(world, { name: 'Școala Gimnazială „Ștefan cel Mare”', locality: 'Valea Seacă' })
  iasi = await createSchool(world, { countyCode: 'RO-IS', residence: 'urban', name: 'Liceul Teoretic', locality: 'Iași' })
})

const day = (text: string) => text as Day

async function postsOf(personId: string): Promise<string[]> {
  const posts = await world.db.post.findMany({ where: { personId }, orderBy: { id: 'asc' } })
  const iso = (date: Date | null) => date?.toISOString().slice(0, 10) ?? ''
  return posts.map(({ schoolCode, startsOn, endsOn }) => `${schoolCode === bacau ? 'Bacău' : 'Iași'} ${iso(startsOn)}…${iso(endsOn)}`)
}

async function promisesOf(personId: string): Promise<{ versions: number; events: number }> {
  const { factsVersion } = await world.db.person.findUniqueOrThrow({ where: { id: personId } })
  return { versions: factsVersion, events: await world.db.event.count({ where: { type: 'person.facts-changed', subjectId: personId } }) }
}

describe('reference data', () => {
  test('is 42 counties in 8 regions, two strategies and the indicators, and loading it again changes nothing', async () => {
    const read = async () => ({
      regions: await world.db.region.findMany({ orderBy: { code: 'asc' } }),
      counties: await world.db.county.findMany({ orderBy: { code: 'asc' } }),
      strategies: await world.db.strategy.findMany({ include: { items: { orderBy: { id: 'asc' } }, indicators: { orderBy: { code: 'asc' } } }, orderBy: { id: 'asc' } }),
    })
    const before = await read()
    // Whoever wrote each row last.
    const written = async () => world.db.$queryRaw`select xmin::text, code from county union all select xmin::text, code from region union all select xmin::text, id from strategy union all select xmin::text, id from strategy_item union all select xmin::text, code from indicator order by 2`
    const writtenBefore = await written()
    await loadReferenceData(world)
    expect(await written()).toEqual(writtenBefore)
    await world.db.county.update({ where: { code: 'RO-CJ' }, data: { name: 'Kolozs' } })
    await loadReferenceData(world)
    expect(await read()).toEqual(before)
    expect([before.regions.length, before.counties.length]).toEqual([8, 42])
    const [european, romanian] = before.strategies
    expect(european?.items).toHaveLength(16)
    expect(romanian?.items.map(({ kind }) => kind).sort()).toEqual([...Array<string>(3).fill('objective'), ...Array<string>(10).fill('pillar')])
    expect(romanian?.items.filter(({ isMeasured }) => isMeasured).map(({ id }) => id)).toEqual(['SE-P02'])
    expect(romanian?.status).toBe('proposed')
    expect(romanian?.indicators.map(({ code }) => code)).toEqual(['CERT-1', 'FCD-1', 'FCD-2', 'FCD-3', 'FCD-4', 'SUP-OER', 'SUP-SAFE'])
    expect(romanian?.indicators.filter(({ isHeadline }) => isHeadline).map(({ code }) => code)).toEqual(['FCD-1'])
  })

  test('has every title in three languages, with commas below and no cedilla', async () => {
    const titles = (await world.db.strategyItem.findMany()).map(({ title }) => title as Record<string, string>)
    const names = [...(await world.db.strategy.findMany()), ...(await world.db.indicator.findMany())].map(({ name }) => name as Record<string, string>)
    for (const text of [...titles, ...names]) {
      expect(Object.keys(text).sort()).toEqual(['en', 'ro', 'sv'])
      expect(JSON.stringify(text)).not.toMatch(/[şţŞŢ]/)
    }
  })

  test('orders the counties as the Romanian alphabet does', async () => {
    const names = (await listCounties(world)).map(({ name }) => name)
    expect(names).toEqual([...names].sort(new Intl.Collator('ro').compare))
    expect(names).toHaveLength(42)
  })

  test('sets no target: there is none', async () => {
    expect(await world.db.indicatorTarget.count()).toBe(0)
  })
})

describe('schools', () => {
  test('are found in their county as people type', async () => {
    expect((await listSchools(world, { countyCode: 'RO-BC', text: 'scoala stefan' })).map(({ code }) => code)).toEqual([bacau])
    expect((await listSchools(world, { countyCode: 'RO-BC', text: 'valea' })).map(({ code }) => code)).toEqual([bacau])
    expect(await listSchools(world, { countyCode: 'RO-IS', text: 'scoala stefan' })).toEqual([])
    expect((await listSchools(world, { countyCode: 'RO-IS' })).map(({ code }) => code)).toEqual([iasi])
  })

  test('are listed by place and number, no more than asked for', async () => {
    for (const number of [10, 2, 1]) await createSchool(world, { countyCode: 'RO-VS', name: `Școala nr. ${number}`, locality: 'Vaslui' })
    await createSchool(world, { countyCode: 'RO-VS', name: 'Școala nr. 1', locality: 'Bârlad' })
    expect((await listSchools(world, { countyCode: 'RO-VS', limit: 3 })).map(({ locality, name }) => `${locality} ${name}`)).toEqual(['Bârlad Școala nr. 1', 'Vaslui Școala nr. 1', 'Vaslui Școala nr. 2'])
  })

  test('are found by code or not at all', async () => {
    expect(await findSchool(world, iasi)).toEqual({ code: iasi, name: 'Liceul Teoretic', locality: 'Iași', countyCode: 'RO-IS', residence: 'urban' })
    expect(await findSchool(world, '9999999999')).toBeNull()
  })
})

describe('the main post', () => {
  test('is begun today, and the one before ends the day before', async () => {
    const personId = await createPerson(world)
    world.setNow('2026-09-01T10:00:00Z')
    expect(await setMainPost(world, personId, { schoolCode: bacau, level: 'primary', startsOn: day('2020-09-01') })).toEqual({ ok: true, value: null })
    world.setNow('2026-11-22T10:00:00Z')
    expect(await findMainPost(world, personId)).toMatchObject({ school: { code: bacau }, level: 'primary', startsOn: '2020-09-01' })
    await setMainPost(world, personId, { schoolCode: iasi, level: null })
    expect(await postsOf(personId)).toEqual(['Bacău 2020-09-01…2026-11-21', 'Iași 2026-11-22…'])
    expect(await findMainPost(world, personId)).toMatchObject({ school: { code: iasi }, level: null })
    expect(await promisesOf(personId)).toEqual({ versions: 2, events: 2 })
  })

  test('entered again, also twice at once, changes nothing', async () => {
    const personId = await createPerson(world)
    await Promise.all(Array.from({ length: 5 }, () => setMainPost(world, personId, { schoolCode: bacau, level: 'primary' })))
    await setMainPost(world, personId, { schoolCode: bacau, level: 'primary' })
    expect(await postsOf(personId)).toEqual(['Bacău 2026-11-22…'])
    expect(await promisesOf(personId)).toEqual({ versions: 1, events: 1 })
  })

  test('corrected on the same day leaves the mistake without a single day', async () => {
    const personId = await createPerson(world)
    await setMainPost(world, personId, { schoolCode: bacau, level: 'primary' })
    await setMainPost(world, personId, { schoolCode: iasi, level: 'primary' })
    expect(await postsOf(personId)).toEqual(['Bacău 2026-11-22…2026-11-21', 'Iași 2026-11-22…'])
    await setMainPost(world, personId, { schoolCode: bacau, level: 'primary', startsOn: day('2026-09-01') })
    expect(await findMainPost(world, personId)).toMatchObject({ school: { code: bacau } })
  })

  test('is refused where it cannot be', async () => {
    const personId = await createPerson(world)
    const begin = (input: { schoolCode?: string; startsOn?: Day }) => setMainPost(world, personId, { schoolCode: bacau, level: 'primary', ...input })
    expect(await begin({ schoolCode: '9999999999' })).toEqual({ ok: false, refusal: 'unknown-school' })
    expect(await begin({ startsOn: day('2026-11-23') })).toEqual({ ok: false, refusal: 'starts-in-future' })
    expect(await setMainPost(world, '00000000-0000-7000-8000-000000000000', { schoolCode: bacau, level: null })).toEqual({ ok: false, refusal: 'unknown-person' })
    await begin({ startsOn: day('2020-09-01') })
    await begin({ schoolCode: iasi, startsOn: day('2026-10-01') })
    expect(await begin({ startsOn: day('2026-09-15') })).toEqual({ ok: false, refusal: 'starts-before-last-end', lastEnd: '2026-09-30' })
    expect(await postsOf(personId)).toEqual(['Bacău 2020-09-01…2026-09-30', 'Iași 2026-10-01…'])
  })

  test('of nobody yet is null', async () => {
    expect(await findMainPost(world, await createPerson(world))).toBeNull()
  })
})

describe('a merge', () => {
  const reason = 'a second address'

  test('is an administrator’s, is written down, and promises that the indicator follows for both', async () => {
    const administrator = await createActor(world, 'administrator')
    const [from, into] = [await createPerson(world), await createPerson(world)]
    expect(await mergePersons(world, administrator, { from, into, reason })).toEqual({ ok: true, value: null })
    expect(await world.db.auditEntry.findMany({ where: { subject: from } })).toEqual([expect.objectContaining({ action: 'accounts.merge', accountId: administrator.accountId, reason })])
    expect([await promisesOf(from), await promisesOf(into)]).toEqual([{ versions: 1, events: 1 }, { versions: 1, events: 1 }])
  })

  test.each(['teacher', 'trainer', 'analyst'] as const)('is refused to a %s', async (role) => {
    const [from, into] = [await createPerson(world), await createPerson(world)]
    expect(await mergePersons(world, await createActor(world, role), { from, into, reason })).toEqual({ ok: false, refusal: 'forbidden' })
    expect(await world.db.personMerge.count({ where: { fromPersonId: from } })).toBe(0)
  })

  test('of people merged before, in a circle, of one or of nobody is refused', async () => {
    const administrator = await createActor(world, 'administrator')
    const [a, b, c] = [await createPerson(world), await createPerson(world), await createPerson(world)]
    const merge = (from: string, into: string) => mergePersons(world, administrator, { from, into, reason })
    expect(await merge(a, a)).toEqual({ ok: false, refusal: 'same-person' })
    expect(await merge(a, '00000000-0000-7000-8000-000000000000')).toEqual({ ok: false, refusal: 'unknown-person' })
    await merge(a, b)
    await merge(b, c)
    expect(await merge(c, a)).toEqual({ ok: false, refusal: 'already-merged' })
    expect(await merge(a, c)).toEqual({ ok: false, refusal: 'already-merged' })
  })

  test('both ways at once happens one way', async () => {
    const administrator = await createActor(world, 'administrator')
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await createPerson(world), await createPerson(world)]
      const outcomes = await Promise.all([mergePersons(world, administrator, { from: a, into: b, reason }), mergePersons(world, administrator, { from: b, into: a, reason })])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    }
  })
})

test('a change of facts is promised with its transaction, and of nobody refused', async () => {
  const personId = await createPerson(world)
  await inTransaction(world.db, async (tx) => {
    await markFactsChanged(tx, personId, new Date())
    throw new Error('changed my mind')
  }).catch(() => {})
  expect(await promisesOf(personId)).toEqual({ versions: 0, events: 0 })
  await expect(inTransaction(world.db, (tx) => markFactsChanged(tx, '00000000-0000-7000-8000-000000000000', new Date()))).rejects.toThrow('There is no person')
})
