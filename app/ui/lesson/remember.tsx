import type { ReactNode } from 'react'
import { Labelled } from './labelled.tsx'
import { useLabels } from './labels.ts'

/** What to remember: a list. */
export function Remember({ children }: { children: ReactNode }) {
  const { remember } = useLabels()
  return (
    <Labelled as="section" className="lesson-remember" label={remember}>
      {children}
    </Labelled>
  )
}
