// The secret that a program shows the API. The prefix tells whoever finds one what it is; only its hash is ever kept.
import { createHash, randomBytes } from 'node:crypto'

const PREFIX = 'catedra_'
const RANDOM_BYTES = 32
const shape = new RegExp(`^${PREFIX}[\\w-]{43}$`)

export function createApiToken(): string {
  return PREFIX + randomBytes(RANDOM_BYTES).toString('base64url')
}

/** What the table keeps of a token, or null for what can be none. */
export function hashApiToken(token: string): string | null {
  return shape.test(token) ? createHash('sha256').update(token).digest('hex') : null
}
