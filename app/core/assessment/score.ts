// Points are whole numbers of parts, so that shares add up exactly and nobody fails by the last bit of a fraction.

/** Parts of one point: the least that divides into any number of shares up to 16 without a rest. A share of more is rounded down. */
export const PARTS = 720_720

/** `right` of `of`, as parts of a point. */
export function shareOfPoint(right: number, of: number): number {
  return Math.floor((right * PARTS) / of)
}

/** Whole percents, rounded down: 100 only when everything is right, and never at the pass mark without passing. */
export function percentOf(parts: number, questions: number): number {
  return questions === 0 ? 0 : Math.floor((100 * parts) / (questions * PARTS))
}

export function isPassed(parts: number, questions: number, passPercent: number): boolean {
  return questions > 0 && 100 * parts >= passPercent * questions * PARTS
}

/** The score of a course: the mean of the percents of its quizzes (at least one), as they were shown, rounded half up. */
export function averagePercent(percents: readonly number[]): number {
  const sum = percents.reduce((total, percent) => total + percent, 0)
  return Math.floor((2 * sum + percents.length) / (2 * percents.length))
}

/** Points as they are stored, where 1 is one question; exact in both directions. */
export function toPoints(parts: number): number {
  return parts / PARTS
}

export function fromPoints(points: number): number {
  return Math.round(points * PARTS)
}
