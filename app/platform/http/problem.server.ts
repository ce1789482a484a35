// What an API answers when it cannot do what was asked: application/problem+json (RFC 9457).
import { STATUS_CODES } from 'node:http'

export type ProblemFault = { field: string; reason: string }

/** `errors` names each field and what is wrong with it. */
export function problem(status: number, detail: string, errors: ProblemFault[] = [], headers: Record<string, string> = {}): Response {
  const body = { type: 'about:blank', title: STATUS_CODES[status], status, detail, ...(errors.length > 0 && { errors }) }
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers } })
}

/** For the action of an address that can only be read. */
export function readOnly(): Response {
  return problem(405, 'This address can only be read.', [], { allow: 'GET, HEAD' })
}

/** Headers of a refusal that say what may be done about it. */
const KEPT = ['allow', 'retry-after', 'www-authenticate']

/** The answer itself, or what it refuses as a problem: whoever said no, in one form. */
export function asProblem(answer: Response): Response {
  if (answer.status < 400 || answer.headers.get('content-type')?.startsWith('application/problem+json')) return answer
  const headers = Object.fromEntries(KEPT.flatMap((name) => (answer.headers.has(name) ? [[name, answer.headers.get(name)!]] : [])))
  return problem(answer.status, 'The question could not be answered.', [], headers)
}
