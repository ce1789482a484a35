import { expect, test } from 'vitest'
import { inTransaction } from '#app/platform/db.server.ts'
import { recordEvent } from '#app/platform/events.server.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()

test('an event is kept with its transaction and gone with it', async () => {
  await inTransaction(world.db, (tx) => recordEvent(tx, 'person.facts-changed', 'a'))
  await inTransaction(world.db, async (tx) => {
    await recordEvent(tx, 'person.facts-changed', 'b')
    throw new Error('changed my mind')
  }).catch(() => {})
  expect(await world.db.event.findMany({ select: { subjectId: true } })).toEqual([{ subjectId: 'a' }])
})
