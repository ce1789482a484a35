import type { LoaderFunctionArgs } from '@remix-run/node'
import { describeApi } from '#app/features/strategy/describe-api.server.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { readOnly } from '#app/platform/http/problem.server.ts'
import { world } from '#app/platform/http/world.server.ts'

export function loader({ request }: LoaderFunctionArgs) {
  return answer(request, { body: JSON.stringify(describeApi(world())), type: 'application/json', isPublic: true })
}

export const action = readOnly
