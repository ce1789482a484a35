import type { ReactNode } from 'react'

/** How to do it: one numbered list. */
export function Steps({ children }: { children: ReactNode }) {
  return <div className="lesson-steps">{children}</div>
}
