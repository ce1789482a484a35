// The merges that were recorded, each with its reason.
import type { Day } from '#app/core/kernel/calendar.ts'
import { formatDay } from '#app/language/format.ts'
import { useLocale, useTranslate } from '../reader.tsx'

type Side = { name: string; email: string | null }
export type ShownMerge = { id: string; from: Side; into: Side; day: Day; reason: string | null }

export function MergeTable({ merges }: { merges: ShownMerge[] }) {
  const t = useTranslate()
  const locale = useLocale()
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('accounts:merge.caption')}>
      <table className="data-table">
        <caption className="visually-hidden">{t('accounts:merge.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('accounts:merge.fromSide')}</th>
            <th scope="col">{t('accounts:merge.intoSide')}</th>
            <th scope="col">{t('accounts:merge.day')}</th>
            <th scope="col">{t('accounts:merge.why')}</th>
          </tr>
        </thead>
        <tbody>
          {merges.map(({ id, from, into, day, reason }) => (
            <tr key={id}>
              <th scope="row">
                <Owner side={from} />
              </th>
              <td>
                <Owner side={into} />
              </td>
              <td>
                <time dateTime={day}>{formatDay(day, locale)}</time>
              </td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Owner({ side: { name, email } }: { side: Side }) {
  const t = useTranslate()
  return (
    <>
      {name}
      <br />
      <span className="quietly">{email ?? t('accounts:merge.erased')}</span>
    </>
  )
}
