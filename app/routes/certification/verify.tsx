// The public page of one certificate, for whoever has its serial. Nothing of it is kept or indexed.
import { json, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { issuerDid } from '#app/core/certification/credential.ts'
import { findPublicCertificate } from '#app/features/certification/find-public-certificate.server.ts'
import { translator } from '#app/language/translate.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { SerialForm } from '#app/ui/certificate/serial-form.tsx'
import { Verification } from '#app/ui/certificate/verification.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: 'robots', content: 'noindex' }]
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })

const LONGEST_SHOWN = 60

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = params['serial'] ?? ''
  const found = await findPublicCertificate(world(), asked)
  const t = translator(readLocale(request))
  const said = found.ok ? t(`certification:verdict.${found.value.status}`) : t(`certification:verify.${found.refusal}Title`)
  const issuer = { name: t('shell:brand'), did: issuerDid(world().publicUrl) }
  return json({ title: `${said} · ${t('shell:brand')}`, found, issuer, asked: asked.slice(0, LONGEST_SHOWN) }, { status: found.ok ? 200 : 404 })
}

export default function VerifyPage() {
  const t = useTranslate()
  const { found, issuer, asked } = useLoaderData<typeof loader>()
  if (found.ok) return <Verification certificate={found.value} issuer={issuer} />
  const isUnknown = found.refusal === 'unknown'
  return (
    <div className="page page-narrow">
      <h1>{isUnknown ? t('certification:verify.unknownTitle') : t('certification:verify.malformedTitle')}</h1>
      <p className="lead">{isUnknown ? t('certification:verify.unknownText', { serial: asked }) : t('certification:verify.malformedText')}</p>
      <SerialForm action="/verify" submit={t('certification:verify.again')} state={{ values: { serial: asked }, errors: {} }} />
    </div>
  )
}
