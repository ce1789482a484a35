// Asks for a serial.
import { ErrorSummary, TextField, type FieldState } from '../form.tsx'
import { useTranslate } from '../reader.tsx'

export function SerialForm({ action, submit, state }: { action: string; submit: string; state?: FieldState }) {
  const t = useTranslate()
  const label = t('certification:verify.serial')
  return (
    <form method="post" action={action} noValidate>
      <ErrorSummary state={state} labels={{ serial: label }} />
      <TextField name="serial" label={label} hint={t('certification:verify.hint')} autoComplete="off" state={state} />
      <p className="actions">
        <button type="submit">{submit}</button>
      </p>
    </form>
  )
}
