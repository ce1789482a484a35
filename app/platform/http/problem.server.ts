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
