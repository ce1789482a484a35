// Changes what somebody is called on certificates from now on, and the language of their mail.
import type { Actor } from '#app/core/access/can.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { setNameAndLocale } from './account-store.server.ts'

/** `name` as the form's field gives it: already checked. */
export async function editProfile(world: Pick<World, 'db'>, { personId, accountId }: Actor, { name, locale }: { name: string; locale: Locale }): Promise<void> {
  await inTransaction(world.db, (tx) => setNameAndLocale(tx, { personId, accountId, name, locale }))
}
