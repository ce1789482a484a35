// What a course teaches to do, each with the DigCompEdu competence and level that it names.
import { competenceTerm } from '#app/core/catalogue/competences.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import { term } from '#app/language/translate.ts'
import { useTranslate } from '../reader.tsx'
import { Told } from './told.tsx'

export type OutcomeFacts = { competence: string; level: string; text: Localized }

/** What leaves the contents of the course in sight on a phone; the rest opens when asked, and on paper. */
const SHORT_LIST = 6

export function OutcomeList({ outcomes }: { outcomes: OutcomeFacts[] }) {
  const t = useTranslate()
  const more = outcomes.slice(SHORT_LIST)
  return (
    <>
      <Outcomes outcomes={outcomes.slice(0, SHORT_LIST)} />
      {more.length > 0 && (
        <details className="more-outcomes">
          <summary>{t('learning:course.moreOutcomes', { count: more.length })}</summary>
          <Outcomes outcomes={more} />
        </details>
      )}
    </>
  )
}

function Outcomes({ outcomes }: { outcomes: OutcomeFacts[] }) {
  const t = useTranslate()
  return (
    <ul className="outcomes">
      {outcomes.map(({ competence, level, text }, at) => (
        <li key={at}>
          <Told text={text} />{' '}
          <span className="quietly">
            {`${competence} ${term(t, competenceTerm(competence))}, ${level} ${term(t, `digcompedu.${level}`)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
