import type { ReactNode } from 'react'
import type { CalloutTone } from '#app/core/catalogue/palette.ts'
import { Labelled } from './labelled.tsx'
import { useLabels } from './labels.ts'

/** An aside. Its tone is a word, never a colour alone. */
export function Callout({ tone, title, children }: { tone: CalloutTone; title?: string; children: ReactNode }) {
  const { callout } = useLabels()
  return (
    <Labelled as="note" className={`lesson-callout lesson-callout-${tone}`} label={callout[tone]} title={title}>
      {children}
    </Labelled>
  )
}
