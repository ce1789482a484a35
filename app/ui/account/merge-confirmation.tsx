// Two accounts side by side, what merging them brings, and the reason that is asked for.
import type { Role } from '#app/core/access/can.ts'
import type { Day } from '#app/core/kernel/calendar.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import { formatDay } from '#app/language/format.ts'
import { term } from '#app/language/translate.ts'
import { Told } from '../course/told.tsx'
import { ErrorSummary, TextArea, type FieldState } from '../form.tsx'
import { useLocale, useTranslate } from '../reader.tsx'

export type ComparedAccount = {
  name: string
  email: string
  role: Role
  since: Day
  school: { name: string; locality: string } | null
  certificates: { serial: string; course: Localized; completedOn: Day }[]
}

export function MergeConfirmation({ from, into, state }: { from: ComparedAccount; into: ComparedAccount; state: FieldState }) {
  const t = useTranslate()
  return (
    <div className="page">
      <h1>{t('accounts:merge.checkTitle')}</h1>
      <p className="lead">{t('accounts:merge.check')}</p>
      <div className="side-by-side">
        <Account title={t('accounts:merge.fromSide')} account={from} />
        <Account title={t('accounts:merge.intoSide')} account={into} />
      </div>
      <section className="panel" aria-labelledby="follows">
        <h2 id="follows">{t('accounts:merge.followsTitle')}</h2>
        <ul>
          {(['follows1', 'follows2', 'follows3', 'follows4', 'follows5'] as const).map((key) => (
            <li key={key}>{t(`accounts:merge.${key}`)}</li>
          ))}
        </ul>
      </section>
      <form method="post" action="/admin/merges/confirmation" noValidate>
        <ErrorSummary state={state} labels={{ reason: t('accounts:merge.reason') }} />
        <input type="hidden" name="from" value={from.email} />
        <input type="hidden" name="into" value={into.email} />
        <TextArea name="reason" label={t('accounts:merge.reason')} hint={t('accounts:merge.reasonHint')} state={state} />
        <p className="actions">
          <button className="danger" type="submit">
            {t('accounts:merge.submit')}
          </button>
          <a href="/admin/merges">{t('accounts:merge.cancel')}</a>
        </p>
      </form>
    </div>
  )
}

function Account({ title, account: { name, email, role, since, school, certificates } }: { title: string; account: ComparedAccount }) {
  const t = useTranslate()
  const locale = useLocale()
  return (
    <section className="panel">
      <h2>{title}</h2>
      <dl className="facts">
        <dt>{t('accounts:merge.name')}</dt>
        <dd>{name}</dd>
        <dt>{t('accounts:merge.email')}</dt>
        <dd>{email}</dd>
        <dt>{t('accounts:merge.role')}</dt>
        <dd>{term(t, `role.${role}`)}</dd>
        <dt>{t('accounts:merge.since')}</dt>
        <dd>{formatDay(since, locale)}</dd>
        <dt>{t('accounts:merge.school')}</dt>
        <dd>{school ? `${school.name}, ${school.locality}` : t('accounts:merge.noSchool')}</dd>
        <dt>{t('accounts:merge.certificates')}</dt>
        <dd>
          {certificates.length === 0
            ? t('accounts:merge.noCertificates')
            : certificates.map(({ serial, course, completedOn }) => (
                <div key={serial}>
                  <a href={`/admin/certificates/${serial}`}>
                    <Told text={course} />
                  </a>
                  , {formatDay(completedOn, locale)}
                </div>
              ))}
        </dd>
      </dl>
    </section>
  )
}
