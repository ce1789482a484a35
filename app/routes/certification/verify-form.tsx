// Asks whoever holds a certificate for its serial.
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { serialFields } from '#app/features/certification/fields.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest, parseFields, readForm, refuseForm } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { SerialForm } from '#app/ui/certificate/serial-form.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export function loader({ request }: LoaderFunctionArgs) {
  const t = translator(readLocale(request))
  return json({ title: `${t('certification:verify.title')} · ${t('shell:brand')}` })
}

export async function action({ request }: ActionFunctionArgs) {
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const parsed = parseFields(fields, serialFields)
  if (!parsed.ok) return refuseForm(parsed.state)
  return redirect(`/verify/${parsed.value.serial}`, 303)
}

export default function VerifyForm() {
  const t = useTranslate()
  const state = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <h1>{t('certification:verify.title')}</h1>
      <p className="lead">{t('certification:verify.lead')}</p>
      <SerialForm action="/verify" submit={t('certification:verify.submit')} state={state} />
    </div>
  )
}
