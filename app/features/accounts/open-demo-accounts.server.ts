// Opens the accounts of a demonstration. Where anybody else has an account none is opened: their password is public.
import type { Role } from '#app/core/access/can.ts'
import { foldEmail } from '#app/core/access/identity.ts'
import { sourceLocale } from '#app/core/kernel/locale.ts'
import type { World } from '#app/platform/world.server.ts'
import { findCredentials, hasAccountBesides } from './account-store.server.ts'
import { createAccount } from './create-account.server.ts'

export type DemoAccount = { email: string; name: string; role: Role }

/** Gives whether all of them are there; opens those that are missing if they may be opened. */
export async function openDemoAccounts({ db }: Pick<World, 'db'>, accounts: readonly DemoAccount[], password: string): Promise<boolean> {
  const known = await Promise.all(accounts.map(({ email }) => findCredentials(db, foldEmail(email))))
  const missing = accounts.filter((_account, at) => known[at] === null)
  if (missing.length === 0) return true
  if (await hasAccountBesides(db, accounts.map(({ email }) => foldEmail(email)))) return false
  for (const account of missing) await createAccount({ db }, { ...account, password, locale: sourceLocale })
  return true
}
