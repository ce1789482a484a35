import type { ReactNode } from 'react'
import { useLabels } from './labels.ts'

/** A worked example. */
export function Example({ title, children }: { title: string; children: ReactNode }) {
  const { example } = useLabels()
  return (
    <figure className="lesson-example">
      <figcaption className="lesson-label">
        <span className="lesson-kind">{example}</span> <span className="lesson-title">{title}</span>
      </figcaption>
      {children}
    </figure>
  )
}
