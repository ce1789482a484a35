// What the holder of a certificate can do, with competence and level.
import { competenceTerm } from '#app/core/catalogue/competences.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import { term } from '#app/language/translate.ts'
import { Told } from '../course/told.tsx'
import { useTranslate } from '../reader.tsx'

export function OutcomeTable({ outcomes }: { outcomes: readonly { competence: string; level: string; text: Localized }[] }) {
  const t = useTranslate()
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('certification:outcomes.caption')}>
      <table className="data-table outcome-table">
        <caption className="visually-hidden">{t('certification:outcomes.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('certification:outcomes.outcome')}</th>
            <th scope="col">{t('certification:outcomes.competence')}</th>
            <th scope="col">{t('certification:outcomes.level')}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ competence, level, text }, at) => (
            <tr key={at}>
              <td>
                <Told text={text} />
              </td>
              <td>{`${competence} ${term(t, competenceTerm(competence))}`}</td>
              <td>{`${level}\u00A0${term(t, `digcompedu.${level}`)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
