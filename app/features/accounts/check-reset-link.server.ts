// Whether a reset link still opens something. Looking uses nothing up.
import type { World } from '#app/platform/world.server.ts'
import { findOpenReset } from './password-reset-store.server.ts'
import { hashResetToken } from './reset-token.server.ts'

export async function checkResetLink(world: Pick<World, 'db' | 'clock'>, token: string): Promise<boolean> {
  const tokenHash = hashResetToken(token)
  return tokenHash !== null && (await findOpenReset(world.db, tokenHash, await world.clock())) !== null
}
