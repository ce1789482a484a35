import type { ReactNode } from 'react'

/** A term with its full name beside it: seen, heard and printed by everybody, where a tooltip would be by some. */
export function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="lesson-term">
      <dfn>{children}</dfn> <span className="lesson-term-name">({name})</span>
    </span>
  )
}
