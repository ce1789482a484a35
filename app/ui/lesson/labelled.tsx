// A part of a lesson under a label of its own. The label names the part to assistive technology and is no heading: the outline stays the author's.
import { useId, type ReactNode } from 'react'

type Labelled = {
  /** `note` and `group` are told when they are entered; a `section` is also a landmark to go to. */
  as: 'section' | 'note' | 'group'
  className: string
  /** Where a link leads to it. */
  anchor?: string
  label: string
  title?: string | undefined
  children: ReactNode
}

export function Labelled({ as, className, anchor, label, title, children }: Labelled) {
  const id = useId()
  const content = (
    <>
      <p className="lesson-label" id={id}>
        <span className="lesson-kind">{label}</span>
        {title === undefined ? null : (
          <>
            {' '}
            <span className="lesson-title">{title}</span>
          </>
        )}
      </p>
      {children}
    </>
  )
  if (as === 'section') {
    return (
      <section id={anchor} className={className} aria-labelledby={id}>
        {content}
      </section>
    )
  }
  if (as === 'note') {
    return (
      <aside id={anchor} className={className} role="note" aria-labelledby={id}>
        {content}
      </aside>
    )
  }
  return (
    <div id={anchor} className={className} role="group" aria-labelledby={id}>
      {content}
    </div>
  )
}
