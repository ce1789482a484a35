// Opens a teacher's account for whoever asks. Other roles are given, never asked for.
import type { Locale } from '#app/core/kernel/locale.ts'
import type { Done, Refused } from '#app/core/kernel/outcome.ts'
import { networkOf, throttle } from '#app/platform/throttle.server.ts'
import type { OpenWorld } from '#app/platform/world.server.ts'
import { createAccount, type Created } from './create-account.server.ts'
import { signUpsByNetwork, takenByNetwork, type Throttled } from './tries.ts'

export type SignUp = { name: string; email: string; password: string; locale: Locale; address: string }

export async function signUp(world: Pick<OpenWorld, 'db' | 'pool'>, { address, ...person }: SignUp): Promise<Done<Created> | Refused<'email-taken'> | Throttled> {
  const network = networkOf(address)
  const taken = throttle(world.pool, takenByNetwork)
  const wait = (await taken.wait(network)) ?? (await throttle(world.pool, signUpsByNetwork).spend(network))
  if (wait !== null) return { ok: false, refusal: 'throttled', seconds: wait }
  const created = await createAccount(world, { ...person, role: 'teacher' })
  if (!created.ok) await taken.spend(network)
  return created
}
