// The public page of a certificate: the verdict first, then what it certifies, then how to be sure without us.
import type { PublicCertificate } from '#app/core/certification/view.ts'
import { useTranslate } from '../reader.tsx'
import { CertificateFacts, Holder } from './certificate-facts.tsx'
import { LookAgain } from './look-again.tsx'
import { OutcomeTable } from './outcome-table.tsx'
import { Rosette } from './rosette.tsx'
import { Verdict } from './verdict.tsx'

type Shown = { certificate: PublicCertificate; issuer: { name: string; did: string } }

export function Verification({ certificate, issuer }: Shown) {
  const t = useTranslate()
  const { serial, status, holder, course, hash, outcomes, statusListId } = certificate
  return (
    <div className="page certificate-page">
      <Verdict certificate={certificate} />
      {status === 'pending' && <LookAgain serial={serial} page={`/verify/${serial}`} />}
      <section className="diploma" aria-label={holder}>
        {hash && <Rosette hash={hash} label={t('certification:verify.seal')} />}
        <div>
          <Holder holder={holder} course={course} />
          <CertificateFacts certificate={certificate} issuer={issuer} />
        </div>
      </section>
      {outcomes.length > 0 && (
        <section className="panel" aria-labelledby="outcomes">
          <h2 id="outcomes">{t('certification:outcomes.title')}</h2>
          <OutcomeTable outcomes={outcomes} />
        </section>
      )}
      {hash && (
        <section className="panel" aria-labelledby="documents">
          <h2 id="documents">{t('certification:verify.documents')}</h2>
          <ul>
            <li>
              <a href={`/certificates/${serial}.pdf`}>{t('certification:verify.pdf')}</a>
            </li>
            <li>
              <a href={`/credentials/${serial}`}>{t('certification:verify.jwt')}</a>
            </li>
            <li>
              <a href={`/credentials/${serial}.json`}>{t('certification:verify.jsonld')}</a>
            </li>
            <li>
              <a href={`/credentials/status/${statusListId}`}>{t('certification:verify.statusList')}</a>
            </li>
          </ul>
        </section>
      )}
      <section className="panel" aria-labelledby="how">
        <h2 id="how">{t('certification:verify.how')}</h2>
        <ul>
          {hash && <li>{t('certification:verify.howSeal')}</li>}
          {hash && <li>{t('certification:verify.howDocuments', { did: issuer.did })}</li>}
          <li>{t('certification:verify.howNot')}</li>
          <li>{t('certification:verify.notAccredited')}</li>
        </ul>
      </section>
    </div>
  )
}
