// Sets a new password for whoever holds an open reset link, once, and ends every session of the account.
import { foldEmail } from '#app/core/access/identity.ts'
import { passwordFault, type PasswordFault } from '#app/core/access/password.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { hashPassword } from '#app/platform/passwords.server.ts'
import { throttle } from '#app/platform/throttle.server.ts'
import type { OpenWorld } from '#app/platform/world.server.ts'
import { endSessions, setPassword } from './account-store.server.ts'
import { findOpenReset, useReset } from './password-reset-store.server.ts'
import { hashResetToken } from './reset-token.server.ts'
import { signInTries } from './tries.ts'

export async function resetPassword(
  world: Pick<OpenWorld, 'db' | 'pool' | 'clock'>,
  { token, password }: { token: string; password: string },
): Promise<Outcome<null, 'ended' | PasswordFault>> {
  const tokenHash = hashResetToken(token)
  const now = await world.clock()
  const reset = tokenHash && (await findOpenReset(world.db, tokenHash, now))
  if (!reset) return refused('ended')
  const fault = passwordFault(password, [reset.email, reset.name])
  if (fault) return refused(fault)

  const passwordHash = await hashPassword(password)
  const isSet = await inTransaction(world.db, async (tx) => {
    if (!(await useReset(tx, reset, now))) return false
    await setPassword(tx, reset.accountId, passwordHash)
    await endSessions(tx, reset.accountId)
    return true
  })
  if (!isSet) return refused('ended')
  await throttle(world.pool, signInTries).forget(foldEmail(reset.email))
  return done(null)
}
