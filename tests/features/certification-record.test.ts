import { expect, test } from 'vitest'
import { parseSerial } from '#app/core/certification/serial.ts'
import { STATUS_LIST_BITS } from '#app/core/certification/status-list.ts'
import { listPendingCertificates } from '#app/features/certification/list-pending-certificates.server.ts'
import { recordCertificate } from '#app/features/certification/record-certificate.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { createCompletion, openIssuer, recordTestCertificate } from '#tests/factories/certificate.ts'
import { createActor } from '#tests/factories/person.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openIssuer(await openTestWorld('2026-01-31T22:10:00Z'))

test('a certificate freezes who, what, how much and until when, in Bucharest time', async () => {
  const { id } = await recordTestCertificate(world, { name: 'Ștefăniță Țîrlea-Bănățeanu' })
  const row = await world.db.certificate.findUniqueOrThrow({ where: { id }, include: { person: { include: { account: true } } } })
  expect(row).toMatchObject({
    state: 'pending',
    holderName: 'Ștefăniță Țîrlea-Bănățeanu',
    holderEmail: row.person.account?.emailTyped,
    courseTitle: { ro: 'Pedagogie digitală', en: 'Digital pedagogy' },
    theme: 'digital_pedagogy',
    minutes: 160,
    scorePercent: 92,
    effectiveOn: new Date('2026-02-01'),
    validUntil: new Date('2031-02-01'),
    countsTowardIndicator: true,
    completedAt: new Date('2026-01-31T22:10:00Z'),
    recordedAt: new Date('2026-01-31T22:10:00Z'),
    issuedAt: null,
  })
  expect(row.outcomes).toHaveLength(2)
  expect(parseSerial(row.serial)).toBe(row.serial)
  await world.db.person.update({ where: { id: row.personId }, data: { name: 'Altcineva' } })
  expect((await world.db.certificate.findUniqueOrThrow({ where: { id } })).holderName).toBe('Ștefăniță Țîrlea-Bănățeanu')
})

test('it promises the documents and the indicator, in the same transaction', async () => {
  const holder = await createActor(world)
  const { completionId, completedAt } = await createCompletion(world, holder.personId)
  const facts = { completionId, personId: holder.personId, versionId: world.course.versionId, completedAt, scorePercent: 80 }
  await inTransaction(world.db, async (tx) => {
    await recordCertificate(tx, facts)
    throw new Error('changed my mind')
  }).catch(() => {})
  expect(await world.db.certificate.count({ where: { completionId } })).toBe(0)

  const id = await inTransaction(world.db, (tx) => recordCertificate(tx, facts))
  expect(await world.db.event.count({ where: { type: 'certificate.recorded', subjectId: id } })).toBe(1)
  expect(await world.db.event.count({ where: { type: 'person.facts-changed', subjectId: holder.personId } })).toBe(1)
  expect((await world.db.person.findUniqueOrThrow({ where: { id: holder.personId } })).factsVersion).toBe(1)
})

test('a completion has one certificate however often it is asked for, also at once', async () => {
  const holder = await createActor(world)
  const { completionId, completedAt } = await createCompletion(world, holder.personId)
  const record = () => inTransaction(world.db, (tx) => recordCertificate(tx, { completionId, personId: holder.personId, versionId: world.course.versionId, completedAt, scorePercent: 80 }))
  const ids = await Promise.all(Array.from({ length: 10 }, record))
  expect(new Set([...ids, await record()]).size).toBe(1)
  expect(await world.db.certificate.count({ where: { completionId } })).toBe(1)
  expect((await world.db.person.findUniqueOrThrow({ where: { id: holder.personId } })).factsVersion).toBe(1)
})

test('places in the status list are anywhere in it, never the same, and the list is promised a signature', async () => {
  const places: number[] = []
  for (let count = 0; count < 12; count++) {
    const { id } = await recordTestCertificate(world)
    places.push((await world.db.certificate.findUniqueOrThrow({ where: { id } })).statusIndex)
  }
  expect(new Set(places).size).toBe(places.length)
  expect(Math.max(...places)).toBeGreaterThan(STATUS_LIST_BITS / 2)
  expect(places).not.toEqual(places.toSorted((a, b) => a - b))
  expect(await world.db.event.count({ where: { type: 'status-list.changed', subjectId: '1' } })).toBe(1)
})

test('when three quarters of a list are taken, the next one is opened', async () => {
  const { id } = await recordTestCertificate(world)
  const filled = Math.ceil(STATUS_LIST_BITS * 0.76)
  await world.db.statusList.create({ data: { id: 7 } })
  // A hundred thousand rows, without asking for each whether its completion is there.
  const chunk = 10_000
  for (let from = 0; from < filled; from += chunk) {
    await world.pool.query(`
      set session_replication_role = replica;
      insert into certificate (id, serial, completion_id, person_id, course_id, version_id, holder_name, holder_email, course_title, theme, minutes, score_percent, outcomes, completed_at, effective_on, counts_toward_indicator, status_list_id, status_index, state)
      select gen_random_uuid(), 'filled ' || n, gen_random_uuid(), person_id, course_id, version_id, '-', '-', course_title, theme, 1, 1, '[]', now(), now(), false, 7, n, 'issued'
      from certificate, generate_series(${from}, ${from + chunk - 1}) n where id = '${id}';
      reset session_replication_role`)
  }
  const next = await recordTestCertificate(world)
  expect((await world.db.certificate.findUniqueOrThrow({ where: { id: next.id } })).statusListId).toBe(8)
  expect(await world.db.event.count({ where: { type: 'status-list.changed', subjectId: '8' } })).toBe(1)
}, 120_000)

test('the sweep is told of what waits longer than it should, the oldest first', async () => {
  await world.db.certificate.updateMany({ where: { state: 'pending' }, data: { state: 'issued' } })
  const [first, second] = [await recordTestCertificate(world), await recordTestCertificate(world)]
  await world.db.certificate.update({ where: { id: first.id }, data: { recordedAt: new Date('2026-01-31T22:09:00Z') } })
  await world.db.certificate.update({ where: { id: second.id }, data: { recordedAt: new Date('2026-01-31T22:09:30Z') } })
  await recordTestCertificate(world)
  expect(await listPendingCertificates(world, 15, 10)).toEqual([first.id, second.id])
  expect(await listPendingCertificates(world, 15, 1)).toEqual([first.id])
})
