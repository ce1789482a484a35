// All public keys of the issuer, the retired among them.
import { listIssuerKeys } from '#app/features/certification/list-issuer-keys.server.ts'
import { answerJson } from '#app/platform/http/machine-readable.server.ts'
import { world } from '#app/platform/http/world.server.ts'

export async function loader(): Promise<Response> {
  return answerJson({ keys: await listIssuerKeys(world()) }, { type: 'application/jwk-set+json', cache: 'public, max-age=3600' })
}
