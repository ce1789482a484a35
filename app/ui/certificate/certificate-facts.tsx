// What stands on a certificate: who learned what, in words, and as rows how much, when and until when, from whom.
import type { PublicCertificate } from '#app/core/certification/view.ts'
import { formatDay, formatMinutes } from '#app/language/format.ts'
import { Told } from '../course/told.tsx'
import { useLocale, useTranslate } from '../reader.tsx'

/** The sentence of a diploma. */
export function Holder({ holder, course }: Pick<PublicCertificate, 'holder' | 'course'>) {
  const t = useTranslate()
  return (
    <div className="holder">
      <p className="quietly">{t('certification:paper.certifies')}</p>
      <h2 className="title-serif">{holder}</h2>
      <p className="quietly">{t('certification:paper.completed')}</p>
      <p className="title-serif">
        <Told text={course} />
      </p>
    </div>
  )
}

export type FactsShown = Pick<PublicCertificate, 'serial' | 'minutes' | 'completedOn' | 'validUntil' | 'revocation'>

export function CertificateFacts({ certificate, issuer }: { certificate: FactsShown; issuer: { name: string; did: string } }) {
  const t = useTranslate()
  const locale = useLocale()
  const { minutes, completedOn, validUntil, revocation, serial } = certificate
  return (
    <dl className="facts">
      <dt>{t('certification:facts.workload')}</dt>
      <dd>{t('certification:facts.online', { workload: formatMinutes(minutes) })}</dd>
      <dt>{t('certification:facts.result')}</dt>
      <dd>{t('certification:facts.passed')}</dd>
      <dt>{t('certification:facts.completedOn')}</dt>
      <dd>
        <time dateTime={completedOn}>{formatDay(completedOn, locale)}</time>
      </dd>
      <dt>{t('certification:facts.validUntil')}</dt>
      <dd>{validUntil ? <time dateTime={validUntil}>{formatDay(validUntil, locale)}</time> : t('certification:facts.noEnd')}</dd>
      {revocation && (
        <>
          <dt>{t('certification:facts.revokedOn')}</dt>
          <dd>
            <time dateTime={revocation.effectiveOn}>{formatDay(revocation.effectiveOn, locale)}</time>
          </dd>
        </>
      )}
      <dt>{t('certification:facts.serial')}</dt>
      <dd className="serial">{serial}</dd>
      <dt>{t('certification:facts.issuer')}</dt>
      <dd>
        {issuer.name} <span className="quietly">({issuer.did})</span>
      </dd>
    </dl>
  )
}
