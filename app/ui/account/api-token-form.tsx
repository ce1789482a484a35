// Asks what a token is for and how long it is to be good.
import type { Day } from '#app/core/kernel/calendar.ts'
import { formatDay } from '#app/language/format.ts'
import { ErrorSummary, TextField, type FieldState } from '../form.tsx'
import { useLocale, useTranslate } from '../reader.tsx'

export function ApiTokenForm({ first, offered, last, state }: { first: Day; offered: Day; last: Day; state?: FieldState }) {
  const t = useTranslate()
  const locale = useLocale()
  const labels = { name: t('accounts:tokens.name'), expiresOn: t('accounts:tokens.expiresOn') }
  return (
    <form className="panel" method="post" action="/ministry/tokens" aria-labelledby="make-token" noValidate>
      <h2 id="make-token">{t('accounts:tokens.make')}</h2>
      <ErrorSummary state={state} labels={labels} />
      <TextField name="name" label={labels.name} hint={t('accounts:tokens.nameHint')} autoComplete="off" state={state} />
      <TextField name="expiresOn" type="date" label={labels.expiresOn} hint={t('accounts:tokens.expiresOnHint', { last: formatDay(last, locale) })} defaultValue={offered} min={first} max={last} state={state} />
      <p className="actions">
        <button type="submit">{t('accounts:tokens.submit')}</button>
      </p>
    </form>
  )
}
