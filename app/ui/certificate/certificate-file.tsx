// A certificate as an administrator sees it, with its revocation or the form for one.
import type { PublicCertificate } from '#app/core/certification/view.ts'
import type { RevocationEffect, RevocationReason } from '#app/core/certification/revocation.ts'
import type { Day } from '#app/core/kernel/calendar.ts'
import { formatInstant } from '#app/language/format.ts'
import type { FieldState } from '../form.tsx'
import { useLocale, useTranslate } from '../reader.tsx'
import { CertificateFacts, Holder } from './certificate-facts.tsx'
import { RevocationForm } from './revocation-form.tsx'
import { Verdict } from './verdict.tsx'

/** Instants as ISO text. */
export type FileShown = PublicCertificate & {
  recordedAt: string
  statusIndex: number
  revocation: { reason: RevocationReason; effect: RevocationEffect; effectiveOn: Day; note: string; recordedAt: string } | null
}

export function CertificateFilePage({ certificate, issuer, today, state }: { certificate: FileShown; issuer: { name: string; did: string }; today: Day; state?: FieldState }) {
  const t = useTranslate()
  const locale = useLocale()
  const { serial, status, revocation, recordedAt, statusListId, statusIndex, completedOn } = certificate
  return (
    <div className="page certificate-page">
      <p>
        <a href="/admin/certificates">{t('certification:admin.back')}</a>
      </p>
      <Verdict certificate={certificate} />
      <Holder holder={certificate.holder} course={certificate.course} />
      <CertificateFacts certificate={certificate} issuer={issuer} />
      <dl className="facts">
        <dt>{t('certification:admin.recordedAt')}</dt>
        <dd>{formatInstant(new Date(recordedAt), locale)}</dd>
        <dt>{t('certification:admin.statusList')}</dt>
        <dd>{`${statusListId}, ${statusIndex}`}</dd>
      </dl>
      <p>
        <a href={`/verify/${serial}`}>{t('certification:admin.publicPage')}</a>
      </p>
      {revocation ? (
        <section className="panel" aria-labelledby="revocation">
          <h2 id="revocation">{t('certification:admin.revocation')}</h2>
          <p className="notice" data-tone="done" role="status">
            {t('certification:admin.revokedAt', { instant: formatInstant(new Date(revocation.recordedAt), locale) })}
          </p>
          <dl className="facts">
            <dt>{t('certification:admin.reasonLabel')}</dt>
            <dd>{t(`certification:reason.${revocation.reason}`)}</dd>
            <dt>{t('certification:admin.effectLabel')}</dt>
            <dd>{t(`certification:effect.${revocation.effect}`)}</dd>
            <dt>{t('certification:admin.noteLabel')}</dt>
            <dd>{revocation.note}</dd>
          </dl>
        </section>
      ) : (
        <section className="panel" aria-labelledby="revoke">
          <h2 id="revoke">{t('certification:revoke.title')}</h2>
          {status === 'pending' ? (
            <p>{t('certification:admin.pending')}</p>
          ) : (
            <>
              <p>{t('certification:revoke.lead')}</p>
              <RevocationForm serial={serial} first={completedOn} last={today} state={state} />
            </>
          )}
        </section>
      )}
    </div>
  )
}
