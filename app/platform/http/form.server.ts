// What a browser sent, parsed to scalars before anything is done with it.
import { json, type HeadersFunction } from '@remix-run/node'
import type { z } from 'zod'

export type FieldErrors = Record<string, string>

/** What a form shows again: what was typed and what is wrong with it. */
export type FormState = { values: Record<string, string>; errors: FieldErrors }

/** Far above any honest form of ours, which are all short texts. */
const LONGEST_VALUE = 20_000

/** All fields as text; files are dropped. Null when the body is no form. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  try {
    const form = await request.formData()
    const fields = new URLSearchParams()
    for (const [name, value] of form) if (typeof value === 'string') fields.append(name, value.slice(0, LONGEST_VALUE))
    return fields
  } catch {
    return null
  }
}

/** Every field once; repetitions beyond the first are dropped, as `fields.get` does. */
function firstOfEach(fields: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(fields.keys())].map((name) => [name, fields.get(name) ?? '']))
}

/** Parsed fields, or the state to draw the form again with. `secret` fields are never shown again. */
export function parseFields<S extends z.ZodType>(fields: URLSearchParams, schema: S, secret: string[] = []): { ok: true; value: z.infer<S> } | { ok: false; state: FormState } {
  const parsed = schema.safeParse(firstOfEach(fields))
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors: FieldErrors = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message
  return { ok: false, state: refusedState(fields, errors, secret) }
}

export function refusedState(fields: URLSearchParams, errors: FieldErrors, secret: string[] = []): FormState {
  const values = Object.fromEntries(Object.entries(firstOfEach(fields)).filter(([name]) => !secret.includes(name)))
  return { values, errors }
}

/** The form again, with status 422. */
export function refuseForm(state: FormState, status = 422) {
  return json(state, { status })
}

/** The form again, with status 429: it may be sent again in so many seconds. */
export function refuseForNow(state: FormState, seconds: number) {
  return json(state, { status: 429, headers: { 'retry-after': String(seconds) } })
}

/** `headers` of routes whose action refuses for now: Remix puts on a page only what its route asks for. */
export const retryHeaders: HeadersFunction = ({ actionHeaders }): Record<string, string> => {
  const seconds = actionHeaders.get('retry-after')
  return seconds === null ? {} : { 'retry-after': seconds }
}

export function badRequest(): Response {
  return new Response(null, { status: 400 })
}

export function notFound(): Response {
  return new Response(null, { status: 404 })
}
