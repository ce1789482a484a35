// Makes an account and its person, in one transaction: of two with one address at once, one is made.
import type { Role } from '#app/core/access/can.ts'
import { foldEmail } from '#app/core/access/identity.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { inTransaction, isTaken } from '#app/platform/db.server.ts'
import { hashPassword } from '#app/platform/passwords.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { insertAccount } from './account-store.server.ts'

export type NewPerson = { name: string; email: string; password: string; role: Role; locale: Locale }
export type Created = { accountId: string; personId: string }

/** Name, address and password as the form's fields give them: already checked. */
export async function createAccount(world: Pick<World, 'db'>, { name, email, password, role, locale }: NewPerson): Promise<Outcome<Created, 'email-taken'>> {
  const passwordHash = await hashPassword(password)
  try {
    return done(await inTransaction(world.db, (tx) => insertAccount(tx, { name, email: foldEmail(email), emailTyped: email, passwordHash, role, locale })))
  } catch (error) {
    if (isTaken(error)) return refused('email-taken')
    throw error
  }
}
