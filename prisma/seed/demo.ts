// What a demonstration shows. Only ever written into a database that nobody uses: its password is public.
import { openDemoAccounts } from '#app/features/accounts/open-demo-accounts.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { DEMO_PASSWORD, demoAccounts } from './demo-accounts.ts'

/** Gives whether the demo accounts are there. May be run at every start; what was cut short is completed. */
export async function seedDemo(world: Pick<World, 'db'>): Promise<boolean> {
  return openDemoAccounts(world, demoAccounts, DEMO_PASSWORD)
}
