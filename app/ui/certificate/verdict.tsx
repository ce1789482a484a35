// What a certificate is worth today: a shape, a heading and a sentence.
import type { PublicCertificate } from '#app/core/certification/view.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import { formatDay } from '#app/language/format.ts'
import type { Translate } from '#app/language/translate.ts'
import { useLocale, useTranslate } from '../reader.tsx'
import { StatusMark, statusTones } from './status-mark.tsx'

type Judged = Pick<PublicCertificate, 'status' | 'validUntil' | 'supersededOn' | 'revocation'>

export function explain({ status, validUntil, supersededOn, revocation }: Judged, t: Translate, locale: Locale): string {
  const day = (value: typeof validUntil) => (value ? formatDay(value, locale) : '')
  switch (status) {
    case 'pending':
      return t('certification:explanation.pending')
    case 'valid':
      return validUntil ? t('certification:explanation.validUntil', { day: day(validUntil) }) : t('certification:explanation.validNoEnd')
    case 'expired':
      return t('certification:explanation.expired', { day: day(validUntil) })
    case 'superseded':
      return t('certification:explanation.superseded', { day: day(supersededOn) })
    case 'revoked':
      return revocation?.effect === 'from_date' ? t('certification:explanation.revokedFrom', { day: day(revocation.effectiveOn) }) : t('certification:explanation.revokedVoid')
  }
}

export function Verdict({ certificate }: { certificate: Judged }) {
  const t = useTranslate()
  const locale = useLocale()
  const { status } = certificate
  return (
    <div className="verdict" data-status={status} data-tone={statusTones[status]}>
      <StatusMark status={status} size={48} />
      <div>
        <h1>{t(`certification:verdict.${status}`)}</h1>
        <p className="lead">{explain(certificate, t, locale)}</p>
      </div>
    </div>
  )
}
