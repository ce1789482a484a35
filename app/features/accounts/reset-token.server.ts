// The secret in a reset link, derived from the request's id: it is in no queue, no log and no table. 256 bits, base64url.
import { createHash, createHmac } from 'node:crypto'

const shape = /^[\w-]{43}$/

export function deriveResetToken(secret: Uint8Array, resetId: string): string {
  return createHmac('sha256', secret).update(resetId).digest('base64url')
}

/** What the table keeps of a token, or null for what can be none. */
export function hashResetToken(token: string): string | null {
  return shape.test(token) ? createHash('sha256').update(token).digest('hex') : null
}

const RESET_MINUTES = 30

/** When a link ends that is sent now. */
export function resetEndsAfter(now: Date): Date {
  return new Date(now.getTime() + RESET_MINUTES * 60_000)
}
