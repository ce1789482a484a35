// An API's answer with what caches need: public figures are fresh for seconds and can be asked for again by their tag, others stay with who asked.
import { createHash } from 'node:crypto'

/** Short enough for a page that is to move within five seconds. */
const FRESH_SECONDS = 2
/** What of a request an answer may depend on besides its address. */
const WHO_ASKS = 'Authorization, Cookie, Accept-Language'

export type Answered = {
  body: string
  type: string
  /** false: the answer is for who asked */
  isPublic: boolean
  /** What two answers that say the same have in common; the body when absent. */
  sameness?: string
  headers?: Record<string, string>
}

export function answer(request: Request, { body, type, isPublic, sameness = body, headers = {} }: Answered): Response {
  if (!isPublic) return new Response(body, { headers: { 'content-type': type, 'cache-control': 'private, no-store', vary: WHO_ASKS, ...headers } })
  const tag = `W/"${createHash('sha256').update(sameness).digest('base64url').slice(0, 22)}"`
  const cached = { etag: tag, 'cache-control': `public, max-age=${FRESH_SECONDS}`, vary: WHO_ASKS, ...headers }
  if (isKnown(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers: cached })
  return new Response(body, { headers: { 'content-type': type, ...cached } })
}

/** RFC 9110, 13.1.2: compared weakly. */
function isKnown(header: string | null, tag: string): boolean {
  if (header === null) return false
  const opaque = tag.replace(/^W\//, '')
  return header.split(',').some((known) => known.trim() === '*' || known.trim().replace(/^W\//, '') === opaque)
}
