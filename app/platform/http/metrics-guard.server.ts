// Who may read numbers of operation: who holds METRICS_TOKEN, or, where none is set, programs on this machine.
import { createHash, timingSafeEqual } from 'node:crypto'
import { environment } from '../env.server.ts'
import { clientAddress } from './request-scope.server.ts'

export function mayReadMetrics(request: Request): boolean {
  return isAllowed({ token: environment().METRICS_TOKEN, headers: request.headers, address: clientAddress() })
}

const loopback = /^(127\.|::1$|::ffff:127\.)/

export function isAllowed({ token, headers, address }: { token: string | undefined; headers: Headers; address: string }): boolean {
  if (token !== undefined) return isSame(headers.get('authorization') ?? '', `Bearer ${token}`)
  // A proxy on this machine speaks for others, and says so.
  return loopback.test(address) && !headers.has('x-forwarded-for') && !headers.has('forwarded')
}

/** In a time that does not tell how much of it was right. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
