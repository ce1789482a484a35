// Asks an administrator why, how and from when a certificate is revoked.
import { revocationEffects, revocationReasons } from '#app/core/certification/revocation.ts'
import type { Day } from '#app/core/kernel/calendar.ts'
import { formatDay } from '#app/language/format.ts'
import { ErrorSummary, SelectField, TextArea, TextField, type FieldState } from '../form.tsx'
import { useLocale, useTranslate } from '../reader.tsx'

export function RevocationForm({ serial, first, last, state }: { serial: string; first: Day; last: Day; state?: FieldState }) {
  const t = useTranslate()
  const locale = useLocale()
  const labels = {
    reason: t('certification:revoke.reason'),
    effect: t('certification:revoke.effect'),
    effectiveOn: t('certification:revoke.effectiveOn'),
    note: t('certification:revoke.note'),
  }
  return (
    <form method="post" action={`/admin/certificates/${serial}/revocation`} noValidate>
      <ErrorSummary state={state} labels={labels} />
      <SelectField
        name="reason"
        label={labels.reason}
        emptyLabel={t('certification:revoke.chooseReason')}
        choices={revocationReasons.map((reason) => ({ value: reason, label: t(`certification:reason.${reason}`) }))}
        state={state}
      />
      <SelectField
        name="effect"
        label={labels.effect}
        emptyLabel={t('certification:revoke.chooseEffect')}
        choices={revocationEffects.map((effect) => ({ value: effect, label: t(`certification:effect.${effect}`) }))}
        state={state}
      />
      <TextField
        name="effectiveOn"
        type="date"
        label={labels.effectiveOn}
        hint={t('certification:revoke.effectiveOnHint', { first: formatDay(first, locale), last: formatDay(last, locale) })}
        required={false}
        state={state}
      />
      <TextArea name="note" label={labels.note} hint={t('certification:revoke.noteHint')} state={state} />
      <p className="actions">
        <button className="danger" type="submit">
          {t('certification:revoke.submit')}
        </button>
      </p>
    </form>
  )
}
