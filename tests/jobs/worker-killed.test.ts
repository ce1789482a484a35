// A worker killed at its worst moments on PostgreSQL: the next one leaves nothing undone and does nothing twice.
import { test } from 'vitest'
import { openTestWorld } from '#tests/setup/world.ts'
import { deaths, openPromises } from './promises.ts'

const { env, killAndRecover } = openPromises(await openTestWorld())

test('killed anywhere, everything is kept once', { timeout: 900_000 }, async () => {
  await killAndRecover(env, Object.values(deaths), async () => {})
})
