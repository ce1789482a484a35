import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/core/access/can.ts'
import { listIndicators } from '#app/features/strategy/list-indicators.server.ts'
import { findApiReader } from '#app/platform/http/api-reader.server.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { readOnly } from '#app/platform/http/problem.server.ts'
import { world } from '#app/platform/http/world.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const isPublic = !can(await findApiReader(request), 'indicator.exact', null)
  const indicators = await listIndicators(world(), readLocale(request))
  return answer(request, { body: JSON.stringify({ indicators }), type: 'application/json', isPublic })
}

export const action = readOnly
