import type { ReactNode } from 'react'
import { Labelled } from './labelled.tsx'
import { useLabels } from './labels.ts'

/** What to try tomorrow. */
export function Tomorrow({ children }: { children: ReactNode }) {
  const { tomorrow } = useLabels()
  return (
    <Labelled as="section" className="lesson-tomorrow" label={tomorrow}>
      {children}
    </Labelled>
  )
}
