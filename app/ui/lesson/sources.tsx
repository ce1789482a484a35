import type { ReactNode } from 'react'
import { Labelled } from './labelled.tsx'
import { useLabels } from './labels.ts'

/** A list of references. */
export function Sources({ children }: { children: ReactNode }) {
  const { sources } = useLabels()
  return (
    <Labelled as="section" className="lesson-sources" label={sources}>
      {children}
    </Labelled>
  )
}
