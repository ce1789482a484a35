import type { ReactNode } from 'react'
import { Labelled } from './labelled.tsx'
import { useLabels } from './labels.ts'

/** The same thing, worse and better. */
export function Compare({ children }: { children: ReactNode }) {
  return <div className="lesson-compare">{children}</div>
}

type Side = { title?: string; children: ReactNode }

export function Before({ title, children }: Side) {
  const { before } = useLabels()
  return (
    <Labelled as="group" className="lesson-before" label={before} title={title}>
      {children}
    </Labelled>
  )
}

export function After({ title, children }: Side) {
  const { after } = useLabels()
  return (
    <Labelled as="group" className="lesson-after" label={after} title={title}>
      {children}
    </Labelled>
  )
}
