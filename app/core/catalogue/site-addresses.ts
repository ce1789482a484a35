// Where a lesson may lead on this site: pages that anybody may open, courses and what they hold.

/** Open to everybody and there for good; app/routes.ts names them all, as a test sees to. */
export const openPages = ['/', '/courses', '/verify', '/indicator', '/methodology', '/signup', '/login'] as const

export type SiteAddress =
  | { kind: 'page' }
  | { kind: 'course'; course: string }
  | { kind: 'lesson'; course: string; lesson: string; anchor: string | null }
  | { kind: 'quiz'; course: string; quiz: string }
  | { kind: 'unknown' }

/** @param address begins with a slash. */
export function readSiteAddress(address: string): SiteAddress {
  const [path = '', anchor = null] = address.split('#', 2)
  const [pathname = ''] = path.split('?')
  if ((openPages as readonly string[]).includes(pathname)) return { kind: 'page' }
  const [, root, course, part, name, ...more] = pathname.split('/')
  if (root !== 'courses' || !course || more.length > 0) return { kind: 'unknown' }
  if (part === undefined) return { kind: 'course', course }
  if (part === 'lessons' && name) return { kind: 'lesson', course, lesson: name, anchor }
  return part === 'quizzes' && name ? { kind: 'quiz', course, quiz: name } : { kind: 'unknown' }
}
