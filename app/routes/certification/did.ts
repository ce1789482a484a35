// The issuer's DID document, where did:web looks for it.
import { describeIssuer } from '#app/features/certification/list-issuer-keys.server.ts'
import { answerJson } from '#app/platform/http/machine-readable.server.ts'
import { world } from '#app/platform/http/world.server.ts'

export async function loader(): Promise<Response> {
  return answerJson(await describeIssuer(world()), { type: 'application/did+json', cache: 'public, max-age=3600' })
}
