// The register of certificates, for administrators.
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { serialFields } from '#app/features/certification/fields.ts'
import { listRecentCertificates } from '#app/features/certification/read-register.server.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest, parseFields, readForm, refuseForm } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { RegisterTable } from '#app/ui/certificate/register-table.tsx'
import { SerialForm } from '#app/ui/certificate/serial-form.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireCan(request, 'certificate.revoke', null)
  const t = translator(readLocale(request))
  return json({ title: `${t('certification:admin.title')} · ${t('shell:brand')}`, certificates: await listRecentCertificates(world(), actor) })
}

export async function action({ request }: ActionFunctionArgs) {
  await requireCan(request, 'certificate.revoke', null)
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const parsed = parseFields(fields, serialFields)
  if (!parsed.ok) return refuseForm(parsed.state)
  return redirect(`/admin/certificates/${parsed.value.serial}`, 303)
}

export default function AdminCertificates() {
  const t = useTranslate()
  const { certificates } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <div className="page">
      <h1>{t('certification:admin.title')}</h1>
      <p className="lead">{t('certification:admin.lead')}</p>
      <SerialForm action="/admin/certificates" submit={t('certification:admin.search')} state={state} />
      <p>
        <a href="/admin/merges">{t('certification:admin.merges')}</a>
      </p>
      <section className="panel" aria-labelledby="recent">
        <h2 id="recent">{t('certification:admin.recent')}</h2>
        {certificates.length === 0 ? <p>{t('certification:admin.none')}</p> : <RegisterTable certificates={certificates} />}
      </section>
    </div>
  )
}
