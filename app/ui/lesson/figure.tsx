import type { ReactNode } from 'react'
import { licenceName } from '../course/licence-name.ts'

/** A drawing with what it says in words, and whose it is. `html`: the drawing, safe to show as it is. */
export function Figure({ html, licence, authors, children }: { html: string; licence: string; authors: readonly string[]; children: ReactNode }) {
  return (
    <figure className="lesson-figure">
      <div dangerouslySetInnerHTML={{ __html: html }} />
      <figcaption>
        {children}
        <p className="lesson-credit">
          {authors.join(', ')}, {licenceName(licence)}
        </p>
      </figcaption>
    </figure>
  )
}
