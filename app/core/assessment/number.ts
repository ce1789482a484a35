// Numbers as people type them and compare them: decimals with comma or point, equal when their digits are.

const WHOLE_DIGITS = 9
const DECIMALS = 6

/** No separators of thousands: in Romanian „1.100” is eleven hundred, in English one and a tenth, so a point or comma is always decimal. */
const numberShape = new RegExp(`^[+-]?\\d{1,${WHOLE_DIGITS}}(?:[.,]\\d{1,${DECIMALS}})?$`)

/** Null for what is no plain decimal number of at most nine whole digits and six decimals. */
export function readNumber(typed: string): number | null {
  const text = typed.trim().replace('\u2212', '-')
  if (!numberShape.test(text)) return null
  // Adding zero makes of -0 a plain 0.
  return Number(text.replace(',', '.')) + 0
}

/** Whole millionths are exact for every number that can be typed, so 1.05 is within 0.05 of 1.1. */
function millionths(value: number): number {
  return Math.round(value * 10 ** DECIMALS)
}

export function isWithin(value: number, right: number, tolerance: number): boolean {
  return Math.abs(millionths(value) - millionths(right)) <= millionths(tolerance)
}
