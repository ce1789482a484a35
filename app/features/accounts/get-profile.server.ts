// What somebody sees of their own account: who they are and where they work.
import type { Actor, Role } from '#app/core/access/can.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import { findMainPost, type MainPostView } from '#app/features/registry/find-main-post.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { getAccount } from './account-store.server.ts'

export type Profile = { name: string; email: string; role: Role; locale: Locale; post: MainPostView | null }

export async function getProfile(world: Pick<World, 'db' | 'clock'>, actor: Actor): Promise<Profile> {
  const { name, email, role, locale } = await getAccount(world.db, actor.accountId)
  return { name, email, role, locale, post: await findMainPost(world, actor.personId) }
}
