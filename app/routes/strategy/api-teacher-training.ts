import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/core/access/can.ts'
import { askIndicator } from '#app/features/strategy/ask-indicator.server.ts'
import { findApiReader } from '#app/platform/http/api-reader.server.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { problem, readOnly } from '#app/platform/http/problem.server.ts'
import { world } from '#app/platform/http/world.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const exact = can(await findApiReader(request), 'indicator.exact', null)
  const asked = await askIndicator(world(), new URL(request.url).searchParams, { exact, locale: readLocale(request) })
  if (!asked.ok) return problem(400, 'The question cannot be answered as it is put.', asked.faults)
  const { asOf: _, ...said } = asked.view
  return answer(request, { body: JSON.stringify(asked.view), type: 'application/json', isPublic: !exact, sameness: JSON.stringify(said) })
}

export const action = readOnly
