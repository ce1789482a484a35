import { problem } from '#app/platform/http/problem.server.ts'

export function loader() {
  return problem(404, 'There is no such address; /api/v1/openapi.json describes those there are.')
}

export const action = loader
