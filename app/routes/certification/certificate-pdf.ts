// The certificate on paper: the stored bytes.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { findIssuedDocument } from '#app/features/certification/find-issued-document.server.ts'
import { translator } from '#app/language/translate.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { answerBytes } from '#app/platform/http/machine-readable.server.ts'
import { world } from '#app/platform/http/world.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const document = await findIssuedDocument(world(), params['serial'] ?? '', 'pdf')
  if (document.ok) {
    const { serial, bytes } = document.value
    return answerBytes(bytes, 'application/pdf', 'private, max-age=3600', { 'content-disposition': `inline; filename="certificat-${serial}.pdf"` })
  }
  // A person may have opened this by hand: a line in their language.
  const t = translator(readLocale(request))
  const isPending = document.refusal === 'pending'
  return new Response(`${t(`certification:document.${document.refusal}`)}\n`, {
    status: isPending ? 202 : 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...(isPending && { 'retry-after': '3' }) },
  })
}
