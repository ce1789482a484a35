// One of the issuer's public keys: one bare JWK, as the kid of a JWT leads to it.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { findIssuerKey } from '#app/features/certification/list-issuer-keys.server.ts'
import { answerJson, answerProblem } from '#app/platform/http/machine-readable.server.ts'
import { world } from '#app/platform/http/world.server.ts'

export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const asked = params['kid'] ?? ''
  const jwk = /^[\w.-]{1,64}$/.test(asked) ? await findIssuerKey(world(), asked) : null
  return jwk ? answerJson(jwk, { type: 'application/jwk+json', cache: 'public, max-age=3600' }) : answerProblem(404, 'There is no such key.')
}
