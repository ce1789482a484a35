// Addresses of a course and its parts.
/** A range stands at a quiz's address. */
export type UnitKind = 'lesson' | 'quiz' | 'range'
type Unit = { kind: UnitKind; slug: string }

export function coursePath(course: string): string {
  return `/courses/${course}`
}

export function unitPath(course: string, { kind, slug }: Unit): string {
  return `${coursePath(course)}/${kind === 'lesson' ? 'lessons' : 'quizzes'}/${slug}`
}

export function attemptPath(course: string, quiz: string, attempt: number): string {
  return `${unitPath(course, { kind: 'quiz', slug: quiz })}/attempts/${attempt}`
}
