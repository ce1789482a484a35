// A Bitstring Status List credential as last signed: which certificates of the list are revoked, without saying whose they are.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { findSignedStatusList } from '#app/features/certification/find-issued-document.server.ts'
import { answerBytes, answerProblem } from '#app/platform/http/machine-readable.server.ts'
import { world } from '#app/platform/http/world.server.ts'

export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const asked = params['list'] ?? ''
  const jwt = /^[1-9]\d{0,8}$/.test(asked) ? await findSignedStatusList(world(), Number(asked)) : null
  return jwt === null ? answerProblem(404, 'There is no such status list.') : answerBytes(jwt, 'application/vc+jwt', 'public, max-age=60')
}
