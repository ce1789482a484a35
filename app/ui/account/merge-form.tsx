// Asks for the two accounts, by the addresses that their owner signs in with.
import { ErrorSummary, TextField, type FieldState } from '../form.tsx'
import { useTranslate } from '../reader.tsx'

export function MergeForm({ state }: { state?: FieldState }) {
  const t = useTranslate()
  const labels = { from: t('accounts:merge.from'), into: t('accounts:merge.into') }
  return (
    <form method="post" action="/admin/merges" noValidate>
      <ErrorSummary state={state} labels={labels} />
      <TextField name="from" type="email" label={labels.from} hint={t('accounts:merge.fromHint')} autoComplete="off" state={state} />
      <TextField name="into" type="email" label={labels.into} hint={t('accounts:merge.intoHint')} autoComplete="off" state={state} />
      <p className="actions">
        <button type="submit">{t('accounts:merge.compare')}</button>
      </p>
    </form>
  )
}
