// The latest certificates, for administrators.
import type { PublicCertificate } from '#app/core/certification/view.ts'
import { formatDay } from '#app/language/format.ts'
import { Told } from '../course/told.tsx'
import { useLocale, useTranslate } from '../reader.tsx'
import { StatusMark } from './status-mark.tsx'

export function RegisterTable({ certificates }: { certificates: Pick<PublicCertificate, 'serial' | 'holder' | 'course' | 'completedOn' | 'status'>[] }) {
  const t = useTranslate()
  const locale = useLocale()
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('certification:admin.recentCaption')}>
      <table className="data-table">
        <caption className="visually-hidden">{t('certification:admin.recentCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('certification:facts.serial')}</th>
            <th scope="col">{t('certification:facts.holder')}</th>
            <th scope="col">{t('certification:facts.course')}</th>
            <th scope="col">{t('certification:facts.completedOn')}</th>
            <th scope="col">{t('certification:status.label')}</th>
          </tr>
        </thead>
        <tbody>
          {certificates.map(({ serial, holder, course, completedOn, status }) => (
            <tr key={serial}>
              <th scope="row" className="serial">
                <a href={`/admin/certificates/${serial}`}>{serial}</a>
              </th>
              <td>{holder}</td>
              <td>
                <Told text={course} />
              </td>
              <td>
                <time dateTime={completedOn}>{formatDay(completedOn, locale)}</time>
              </td>
              <td>
                <StatusMark status={status} size={16} /> {t(`certification:status.${status}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
