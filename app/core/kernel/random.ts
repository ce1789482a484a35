// Repeatable randomness: the same text gives the same sequence on every machine, for shuffles and synthetic data. Never for secrets.
// Hash: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/); generator: mulberry32 by Tommy Ettinger (public domain).

/** Numbers from 0 (included) to 1 (excluded). */
export type Random = () => number

export function randomFrom(text: string): Random {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from 0 to `below` - 1. */
export function randomIndex(random: Random, below: number): number {
  return Math.floor(random() * below)
}

/** A new array in an order of its own: Fisher-Yates, every order equally likely. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const other = randomIndex(random, last + 1)
    ;[result[last], result[other]] = [result[other] as T, result[last] as T]
  }
  return result
}
