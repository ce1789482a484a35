// A scene in which the reader chooses what to do and sees what follows. The browser alone opens and closes: nothing is kept or counted.
import { createContext, useContext, useId, type ReactNode } from 'react'
import { Labelled } from './labelled.tsx'
import { useLabels } from './labels.ts'

/** What the choices side by side are called together: opening one closes the others. */
const Fork = createContext('')

export function Scenario({ title, children }: { title: string; children: ReactNode }) {
  const { scenario, startOver } = useLabels()
  return (
    <Fork.Provider value={useId()}>
      <Labelled as="section" className="lesson-scenario" label={scenario} title={title}>
        {children}
        <p className="lesson-start-over">{startOver}</p>
      </Labelled>
    </Fork.Provider>
  )
}

export function Choice({ label, children }: { label: string; children: ReactNode }) {
  const fork = useContext(Fork)
  return (
    <details className="lesson-choice" name={fork}>
      <summary>{label}</summary>
      <Fork.Provider value={useId()}>
        <div className="lesson-outcome">{children}</div>
      </Fork.Provider>
    </details>
  )
}
