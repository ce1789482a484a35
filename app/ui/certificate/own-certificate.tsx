// One of one's own certificates, in the list of them.
import type { OwnCertificate } from '#app/core/certification/view.ts'
import { formatDay, formatMinutes, formatPercent } from '#app/language/format.ts'
import { Told } from '../course/told.tsx'
import { useLocale, useTranslate } from '../reader.tsx'
import { LookAgain } from './look-again.tsx'
import { Rosette } from './rosette.tsx'
import { StatusMark, statusTones } from './status-mark.tsx'
import { explain } from './verdict.tsx'

export function OwnCertificateEntry({ certificate }: { certificate: OwnCertificate }) {
  const t = useTranslate()
  const locale = useLocale()
  const { serial, status, course, minutes, completedOn, scorePercent, hash, reason, note } = certificate
  return (
    <li className="certificate-entry" data-status={status}>
      {hash && <Rosette hash={hash} />}
      <div>
        <h2 className="title-serif">
          <a href={`/verify/${serial}`}>
            <Told text={course} />
          </a>
        </h2>
        <p className="certificate-status" data-tone={statusTones[status]}>
          <StatusMark status={status} /> <strong>{t(`certification:status.${status}`)}</strong>. {explain(certificate, t, locale)}
        </p>
        <dl className="facts">
          <dt>{t('certification:facts.completedOn')}</dt>
          <dd>
            <time dateTime={completedOn}>{formatDay(completedOn, locale)}</time>
          </dd>
          <dt>{t('certification:facts.workload')}</dt>
          <dd>{formatMinutes(minutes)}</dd>
          <dt>{t('certification:facts.score')}</dt>
          <dd>{formatPercent(scorePercent, locale, 0)}</dd>
          <dt>{t('certification:facts.serial')}</dt>
          <dd className="serial">{serial}</dd>
        </dl>
        {reason && note && (
          <div className="notice" data-tone="wrong">
            <p>{t('certification:own.reason', { reason: t(`mail:certificateRevoked.reason.${reason}`) })}</p>
            <p>{t('certification:own.note', { note })}</p>
            <p>{t('certification:own.appeal')}</p>
          </div>
        )}
        {status === 'pending' ? (
          <LookAgain serial={serial} page="/certificates">
            <span className="visually-hidden">
              {' '}
              <Told text={course} />
            </span>
          </LookAgain>
        ) : (
          <p className="actions">
            <a className="button secondary" href={`/certificates/${serial}.pdf`}>
              {t('certification:own.pdf')}
              <span className="visually-hidden">
                {' '}
                <Told text={course} />
              </span>
            </a>
            <a href={`/verify/${serial}`}>
              {t('certification:own.open')}
              <span className="visually-hidden">
                {' '}
                <Told text={course} />
              </span>
            </a>
          </p>
        )}
      </div>
    </li>
  )
}
