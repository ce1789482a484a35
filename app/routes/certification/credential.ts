// The signed credential, the stored bytes: as compact JWT, and under an address that ends in .json as JSON-LD with its proof.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { findIssuedDocument } from '#app/features/certification/find-issued-document.server.ts'
import { answerBytes, answerProblem } from '#app/platform/http/machine-readable.server.ts'
import { world } from '#app/platform/http/world.server.ts'

const forms = {
  jwt: 'application/vc+jwt',
  jsonld: 'application/vc+ld+json',
} as const

export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const asked = params['serial'] ?? ''
  const kind = asked.endsWith('.json') ? 'jsonld' : 'jwt'
  const document = await findIssuedDocument(world(), asked.replace(/\.json$/, ''), kind)
  if (document.ok) return answerBytes(document.value.bytes, forms[kind], 'private, max-age=3600')
  return document.refusal === 'pending' ? answerProblem(404, 'The certificate is recorded and its credential is being signed. Try again in a few seconds.') : answerProblem(404, 'There is no certificate with this serial.')
}
