// Form parts: every field has a visible label, its error beside it, and keeps what was typed.
import type { ReactNode } from 'react'
import type { Day } from '#app/core/kernel/calendar.ts'
import { formatDay } from '#app/language/format.ts'
import { useLocale, useTranslate } from './reader.tsx'

export type FieldState = { values: Record<string, string>; errors: Record<string, string> }

type FieldProps = {
  name: string
  label: string
  state?: FieldState
  hint?: string
  type?: 'text' | 'email' | 'password' | 'number' | 'date' | 'search'
  autoComplete?: string
  inputMode?: 'text' | 'email' | 'numeric' | 'decimal'
  required?: boolean
  defaultValue?: string
  list?: string
  min?: string
  max?: string
}

/** Error texts travel as message keys such as `accounts:error.email`; a day that the text names follows its key, as in `accounts:error.late#2026-11-22`. */
export function useErrorText(): (error: string | undefined) => string | undefined {
  const t = useTranslate() as unknown as (keys: string[], gaps: { day?: string }) => string
  const locale = useLocale()
  return (error) => {
    if (error === undefined) return undefined
    const [key = '', day] = error.split('#')
    return t([key, 'shell:form.invalid'], day === undefined ? {} : { day: formatDay(day as Day, locale) })
  }
}

function describedBy(name: string, hint: string | undefined, error: string | undefined): string | undefined {
  return [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined
}

function FieldFrame({ name, label, hint, error, required, children }: { name: string; label: string; hint?: string; error?: string; required?: boolean; children: ReactNode }) {
  const t = useTranslate()
  return (
    <div className="field" data-wrong={error ? '' : undefined}>
      <label htmlFor={name}>
        {label}
        {required === false && <span className="field-optional"> ({t('shell:form.optional')})</span>}
      </label>
      {hint && (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

export function TextField({ name, label, state, hint, type = 'text', required = true, defaultValue, ...rest }: FieldProps) {
  const error = useErrorText()(state?.errors[name])
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error} required={required}>
      <input
        id={name}
        name={name}
        type={type}
        required={required}
        defaultValue={state?.values[name] ?? defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        {...rest}
      />
    </FieldFrame>
  )
}

export function TextArea({ name, label, state, hint, required = true, rows = 4 }: Pick<FieldProps, 'name' | 'label' | 'state' | 'hint' | 'required'> & { rows?: number }) {
  const error = useErrorText()(state?.errors[name])
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error} required={required}>
      <textarea id={name} name={name} rows={rows} required={required} defaultValue={state?.values[name]} aria-invalid={error ? true : undefined} aria-describedby={describedBy(name, hint, error)} />
    </FieldFrame>
  )
}

export type Choice = { value: string; label: string }

export function SelectField({
  name,
  label,
  choices,
  state,
  hint,
  required = true,
  defaultValue,
  emptyLabel,
}: Pick<FieldProps, 'name' | 'label' | 'state' | 'hint' | 'required' | 'defaultValue'> & { choices: Choice[]; emptyLabel?: string }) {
  const error = useErrorText()(state?.errors[name])
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error} required={required}>
      <select id={name} name={name} required={required} defaultValue={state?.values[name] ?? defaultValue ?? ''} aria-invalid={error ? true : undefined} aria-describedby={describedBy(name, hint, error)}>
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** What is wrong with the form as a whole, above it; each line leads to its field. The page that shows it opens there. */
export function ErrorSummary({ state, labels }: { state?: FieldState; labels: Record<string, string> }) {
  const t = useTranslate()
  const errorText = useErrorText()
  const errors = Object.entries(state?.errors ?? {})
  if (errors.length === 0) return null
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- a page that was just opened announces no alert; what takes the focus is read
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('shell:form.errorTitle')}</h2>
      <ul>
        {errors.map(([name, key]) => (
          <li key={name}>{name in labels ? <a href={`#${name}`}>{`${labels[name]}: ${errorText(key)}`}</a> : errorText(key)}</li>
        ))}
      </ul>
    </div>
  )
}
