// What a demonstration shows. Only ever written into a database that nobody uses: its password is public.
import { openDemoAccounts } from '#app/features/accounts/open-demo-accounts.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { DEMO_PASSWORD, demoAccounts } from './demo-accounts.ts'
import { seedDemoTeacher } from './demo-teacher.ts'
import { seedNation } from './seed-nation.ts'

/** Small, yet every county has its cells. */
const DEMO_NATION = { teachers: 1_500, months: 24, seed: 'demo' }

/** Gives whether the demo accounts are there. May be run at every start; what was cut short is completed. */
export async function seedDemo(world: Pick<World, 'db' | 'clock'>): Promise<boolean> {
  if (!(await openDemoAccounts(world, demoAccounts, DEMO_PASSWORD))) return false
  await seedNation(world, DEMO_NATION)
  for (const { email, role } of demoAccounts) if (role === 'teacher') await seedDemoTeacher(world, email)
  return true
}
