import type { ReactNode } from 'react'
import { Labelled } from './labelled.tsx'
import { useLabels } from './labels.ts'

/** The scene from a classroom that opens a lesson. */
export function Situation({ title, children }: { title: string; children: ReactNode }) {
  const { situation } = useLabels()
  return (
    <Labelled as="section" className="lesson-situation" label={situation} title={title}>
      {children}
    </Labelled>
  )
}
