import type { ReactNode } from 'react'
import { Labelled } from './labelled.tsx'
import { useLabels } from './labels.ts'

/** Something to do in the teacher's own class. `minutes`: as an author writes it, digits alone. */
export function Activity({ title, minutes, children }: { title: string; minutes: string; children: ReactNode }) {
  const labels = useLabels()
  return (
    <Labelled as="section" className="lesson-activity" label={labels.activity} title={title}>
      <p className="lesson-minutes">{labels.minutes(Number(minutes))}</p>
      {children}
    </Labelled>
  )
}
