// How often what may be tried. By network the limits are generous: a whole school sits behind one address.
import type { Refused } from '#app/core/kernel/outcome.ts'
import type { ThrottleRule } from '#app/platform/throttle.server.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** Five wrong passwords cost all points. The try itself costs one, so that of a thousand at once no more than twenty are looked at. */
export const signInPoints = { begun: 1, failed: 3 }
export const signInTries: ThrottleRule = { name: 'sign-in', points: 20, seconds: 15 * MINUTE }
export const failuresByNetwork: ThrottleRule = { name: 'sign-in-net', points: 300, seconds: 15 * MINUTE }

/** Being told that an address has an account is what sign-up gives away: few may ask often. */
export const takenByNetwork: ThrottleRule = { name: 'taken-net', points: 30, seconds: HOUR }
export const signUpsByNetwork: ThrottleRule = { name: 'sign-up-net', points: 1_000, seconds: HOUR }

export const resetsByAccount: ThrottleRule = { name: 'reset', points: 3, seconds: HOUR }
export const resetsByNetwork: ThrottleRule = { name: 'reset-net', points: 100, seconds: HOUR }

export const apiTokensByAccount: ThrottleRule = { name: 'api-token', points: 20, seconds: 24 * HOUR }

/** Refused until so many seconds have passed. */
export type Throttled = Refused<'throttled'> & { seconds: number }
