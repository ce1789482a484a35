import type { ReactNode } from 'react'
import { Labelled } from './labelled.tsx'
import { useLabels } from './labels.ts'

/** A list to print and tick by hand: the style sheet draws the boxes. */
export function Checklist({ title, children }: { title: string; children: ReactNode }) {
  const { checklist } = useLabels()
  return (
    <Labelled as="section" className="lesson-checklist" label={checklist} title={title}>
      {children}
    </Labelled>
  )
}
