// Terms, and at the end of the lesson what they mean. Each leads to the other: no tooltip, which some could not see, hear or print.
import type { ReactNode } from 'react'
import { foldName } from '#app/core/kernel/fold.ts'
import { Labelled } from './labelled.tsx'
import { useLabels } from './labels.ts'

/** A term where it first stands. `place`: among the words of its lesson, from 1. */
export type Word = { name: string; shown: ReactNode; definition: string; place: number }

/** A term with its full name beside it, unless it is one already. */
export function Term({ name, place, isFirst, children }: { name: string; place: number; isFirst: boolean; children: ReactNode }) {
  return (
    <span className="lesson-term">
      <a id={isFirst ? `word-use-${place}` : undefined} href={`#word-${place}`}>
        <dfn>{children}</dfn>
      </a>
      {isSaidBy(children, name) ? null : <> <span className="lesson-term-name">({name})</span></>}
    </span>
  )
}

export function LessonWords({ words }: { words: readonly Word[] }) {
  const labels = useLabels()
  return (
    <Labelled as="section" className="lesson-words" label={labels.words}>
      <dl>
        {words.map(({ name, shown, definition, place }) => (
          <div key={name} id={`word-${place}`}>
            <dt>{isSaidBy(shown, name) ? name : <>{shown} <span className="lesson-term-name">({name})</span></>}</dt>
            <dd>
              {definition}{' '}
              <a className="lesson-back" href={`#word-use-${place}`} aria-label={`${labels.backToText}: ${name}`}>
                ↑
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </Labelled>
  )
}

/** Letters by which words that differ in their ending are known as one. */
const STEM = 5

/** Whether the text is the name itself, perhaps with another ending, as „evaluarea formativă” is „evaluare formativă”. */
function isSaidBy(shown: ReactNode, name: string): boolean {
  return typeof shown === 'string' && foldName(shown).slice(0, STEM) === foldName(name).slice(0, STEM)
}
