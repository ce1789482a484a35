// A rate in percent with one decimal, rounded half up in whole numbers: no binary fraction decides a figure.

/** Null without a denominator. Never clipped: above 100 the denominator is to be checked. */
export function percentOf(certified: number, staff: number | null): number | null {
  if (staff === null || staff <= 0) return null
  return Math.floor((2_000 * certified + staff) / (2 * staff)) / 10
}
