// Answers for programs: typed, open to programs in any browser page, never indexed.

const publicHeaders = {
  // What is given to anybody may be read by scripts of any origin: verifiers run in browsers.
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-robots-tag': 'noindex',
}

/** @param cache the whole Cache-Control line */
export function answerBytes(body: string | Uint8Array<ArrayBuffer>, type: string, cache: string, more: Record<string, string> = {}): Response {
  return new Response(body, { headers: { ...publicHeaders, 'content-type': type, 'cache-control': cache, ...more } })
}

export function answerJson(value: unknown, { type = 'application/json', cache, status = 200 }: { type?: string; cache: string; status?: number }): Response {
  return new Response(JSON.stringify(value), { status, headers: { ...publicHeaders, 'content-type': type, 'cache-control': cache } })
}

/** RFC 9457. */
export function answerProblem(status: number, title: string): Response {
  return answerJson({ type: 'about:blank', status, title }, { type: 'application/problem+json', cache: 'no-store', status })
}
