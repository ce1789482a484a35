// Tells whose address and password these are. A wrong password, an unknown address and something that is no address get one answer in one time.
import { foldEmail, readEmail } from '#app/core/access/identity.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import { done, refused, type Done, type Refused } from '#app/core/kernel/outcome.ts'
import { verifyPassword } from '#app/platform/passwords.server.ts'
import { networkOf, throttle } from '#app/platform/throttle.server.ts'
import type { OpenWorld } from '#app/platform/world.server.ts'
import { findCredentials } from './account-store.server.ts'
import { failuresByNetwork, signInPoints, signInTries, type Throttled } from './tries.ts'

export type SignIn = { email: string; password: string; address: string }

export async function signIn(world: Pick<OpenWorld, 'db' | 'pool'>, { email, password, address }: SignIn): Promise<Done<{ accountId: string; locale: Locale }> | Refused<'wrong'> | Throttled> {
  const key = foldEmail(email)
  const tries = throttle(world.pool, signInTries)
  const failures = throttle(world.pool, failuresByNetwork)
  const network = networkOf(address)
  const wait = (await failures.wait(network)) ?? (await tries.spend(key, signInPoints.begun))
  if (wait !== null) return { ok: false, refusal: 'throttled', seconds: wait }

  const account = readEmail(email) === null ? null : await findCredentials(world.db, key)
  const matches = await verifyPassword(account?.passwordHash ?? null, password)
  if (account && matches) {
    await tries.forget(key)
    return done({ accountId: account.id, locale: account.locale })
  }
  await tries.spend(key, signInPoints.failed)
  await failures.spend(network)
  return refused('wrong')
}
