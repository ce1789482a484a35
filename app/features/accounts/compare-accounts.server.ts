// Two accounts side by side, for an administrator who thinks that both are one person's.
import { can, type Actor, type Role } from '#app/core/access/can.ts'
import { foldEmail } from '#app/core/access/identity.ts'
import { dayOf, type Day } from '#app/core/kernel/calendar.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { listOwnCertificates } from '#app/features/certification/list-own-certificates.server.ts'
import { findMainPost } from '#app/features/registry/find-main-post.server.ts'
import { wasMergedAway } from '#app/features/registry/list-merges.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { findAccountByEmail } from './account-store.server.ts'

export type AccountSide = {
  personId: string
  name: string
  email: string
  role: Role
  since: Day
  school: { name: string; locality: string } | null
  certificates: { serial: string; course: Localized; completedOn: Day }[]
}

export type ComparisonRefusal = 'forbidden' | 'from-unknown' | 'into-unknown' | 'same-person' | 'from-merged' | 'into-merged'

export async function compareAccounts(world: Pick<World, 'db' | 'clock'>, actor: Actor, emails: { from: string; into: string }): Promise<Outcome<{ from: AccountSide; into: AccountSide }, ComparisonRefusal>> {
  if (!can(actor, 'accounts.merge', null)) return refused('forbidden')
  const [from, into] = await Promise.all([findSide(world, emails.from), findSide(world, emails.into)])
  if (!from) return refused('from-unknown')
  if (!into) return refused('into-unknown')
  if (from.personId === into.personId) return refused('same-person')
  if (await wasMergedAway(world, from.personId)) return refused('from-merged')
  if (await wasMergedAway(world, into.personId)) return refused('into-merged')
  return done({ from, into })
}

async function findSide(world: Pick<World, 'db' | 'clock'>, email: string): Promise<AccountSide | null> {
  const account = await findAccountByEmail(world.db, foldEmail(email))
  if (!account) return null
  const { personId, name, role, createdAt } = account
  const [post, certificates] = await Promise.all([findMainPost(world, personId), listOwnCertificates(world, personId)])
  return {
    personId,
    name,
    email: account.email,
    role,
    since: dayOf(createdAt),
    school: post && { name: post.school.name, locality: post.school.locality },
    certificates: certificates.map(({ serial, course, completedOn }) => ({ serial, course, completedOn })),
  }
}
