// An expected refusal is a value; an exception is a bug or an outage.
export type Done<T> = { ok: true; value: T }
export type Refused<R extends string> = { ok: false; refusal: R }
export type Outcome<T, R extends string> = Done<T> | Refused<R>

export function done<T>(value: T): Done<T> {
  return { ok: true, value }
}

export function refused<R extends string>(refusal: R): Refused<R> {
  return { ok: false, refusal }
}
