// Tries in a span of time, counted in PostgreSQL so that all web processes count together. Keys are hashed: no address is kept.
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

/** `points` may be spent by one key in `seconds`, counted from the first. */
export type ThrottleRule = { name: string; points: number; seconds: number }

export type Throttle = {
  /** Spends points. Null when there were enough, else the seconds until there are again. */
  spend(key: string, points?: number): Promise<number | null>
  /** The seconds until a point may be spent, or null when one may now. */
  wait(key: string): Promise<number | null>
  forget(key: string): Promise<void>
}

const opened = new WeakMap<Pool, Map<string, Throttle>>()

export function throttle(pool: Pool, rule: ThrottleRule): Throttle {
  const known = opened.get(pool) ?? new Map<string, Throttle>()
  opened.set(pool, known)
  const throttle = known.get(rule.name) ?? openThrottle(pool, rule)
  known.set(rule.name, throttle)
  return throttle
}

function openThrottle(pool: Pool, { name, points, seconds }: ThrottleRule): Throttle {
  const limiter = new RateLimiterPostgres({ storeClient: pool, storeType: 'pool', tableName: 'throttle', tableCreated: true, keyPrefix: name, points, duration: seconds })
  const hashed = (key: string) => createHash('sha256').update(key).digest('base64url')
  const secondsOf = (state: RateLimiterRes) => Math.max(1, Math.ceil(state.msBeforeNext / 1000))
  return {
    async spend(key, spent = 1) {
      try {
        await limiter.consume(hashed(key), spent)
        return null
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return secondsOf(refusal)
        throw refusal
      }
    },
    async wait(key) {
      const state = await limiter.get(hashed(key))
      return state && state.remainingPoints === 0 ? secondsOf(state) : null
    },
    async forget(key) {
      await limiter.delete(hashed(key))
    },
  }
}

/** One key for whoever may use many addresses at will: an IPv4 address, or the /64 of an IPv6 one. */
export function networkOf(address: string): string {
  const ipv4 = /(?:^|:)(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  if (ipv4 || !address.includes(':')) return ipv4 ?? address
  const [left = [], right = []] = address.split('::').map((side) => side.split(':').filter(Boolean))
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
