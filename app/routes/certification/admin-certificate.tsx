// One certificate, for administrators, and its revocation: what is refused is shown again on the page with what was typed.
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { issuerDid } from '#app/core/certification/credential.ts'
import { dayOf } from '#app/core/kernel/calendar.ts'
import { revocationFields } from '#app/features/certification/fields.ts'
import { findCertificateFile } from '#app/features/certification/read-register.server.ts'
import { revokeCertificate } from '#app/features/certification/revoke-certificate.server.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest, notFound, parseFields, readForm, refusedState, refuseForm } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { CertificateFilePage } from '#app/ui/certificate/certificate-file.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireCan(request, 'certificate.revoke', null)
  const certificate = await findCertificateFile(world(), actor, params['serial'] ?? '')
  if (!certificate) throw notFound()
  const t = translator(readLocale(request))
  return json({
    title: `${certificate.serial} · ${t('certification:admin.title')} · ${t('shell:brand')}`,
    certificate,
    issuer: { name: t('shell:brand'), did: issuerDid(world().publicUrl) },
    today: dayOf(await world().clock()),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireCan(request, 'certificate.revoke', null)
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const parsed = parseFields(fields, revocationFields)
  if (!parsed.ok) return refuseForm(parsed.state)
  const serial = params['serial'] ?? ''
  const revoked = await revokeCertificate(world(), actor, { ...parsed.value, serial })
  if (revoked.ok) return redirect(`/admin/certificates/${serial}`, 303)
  if (revoked.refusal === 'unknown' || revoked.refusal === 'forbidden') throw notFound()
  const field = revoked.refusal.startsWith('date_') ? 'effectiveOn' : 'form'
  return refuseForm(refusedState(fields, { [field]: `certification:error.${revoked.refusal}` }))
}

export default function AdminCertificate() {
  const state = useActionData<typeof action>()
  return <CertificateFilePage {...useLoaderData<typeof loader>()} state={state} />
}
