// What a course teaches to do, each with the DigCompEdu competence and level that it names.
import { competenceTerm } from '#app/core/catalogue/competences.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import { term } from '#app/language/translate.ts'
import { useTranslate } from '../reader.tsx'
import { Told } from './told.tsx'

export type OutcomeFacts = { competence: string; level: string; text: Localized }

export function OutcomeList({ outcomes }: { outcomes: OutcomeFacts[] }) {
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
