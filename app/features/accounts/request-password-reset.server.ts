// Promises a reset link to the owner of an address. Whether there is an account is told by nothing: not by the answer, not by its time.
import { foldEmail, readEmail } from '#app/core/access/identity.ts'
import { done, type Done } from '#app/core/kernel/outcome.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { networkOf, throttle } from '#app/platform/throttle.server.ts'
import type { OpenWorld } from '#app/platform/world.server.ts'
import { findCredentials } from './account-store.server.ts'
import { insertReset } from './password-reset-store.server.ts'
import { requestMail } from './request-mail.server.ts'
import { resetEndsAfter } from './reset-token.server.ts'
import { resetsByAccount, resetsByNetwork, type Throttled } from './tries.ts'

/** Longer than the work for an address with an account. */
const ANSWER_MS = 250

export async function requestPasswordReset(world: Pick<OpenWorld, 'db' | 'pool' | 'clock'>, { email, address }: { email: string; address: string }): Promise<Done<null> | Throttled> {
  const seconds = await throttle(world.pool, resetsByNetwork).spend(networkOf(address))
  if (seconds !== null) return { ok: false, refusal: 'throttled', seconds }
  const answer = new Promise((resolve) => setTimeout(resolve, ANSWER_MS))
  await Promise.all([promiseLink(world, email), answer])
  return done(null)
}

async function promiseLink(world: Pick<OpenWorld, 'db' | 'pool' | 'clock'>, email: string): Promise<void> {
  const key = foldEmail(email)
  if ((await throttle(world.pool, resetsByAccount).spend(key)) !== null || readEmail(email) === null) return
  const account = await findCredentials(world.db, key)
  if (!account) return
  const now = await world.clock()
  await inTransaction(world.db, async (tx) => {
    const resetId = await insertReset(tx, account.id, resetEndsAfter(now))
    await requestMail(tx, { kind: 'password-reset', subjectId: resetId, accountId: account.id })
  })
}
