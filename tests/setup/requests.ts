// Requests for routes' loaders and actions, called as Remix calls them.
type Args = { request: Request; params: Record<string, string>; context: Record<string, never> }

const ORIGIN = 'https://catedra.test'

export function at(path: string, headers: Record<string, string> = {}): Args {
  return { request: new Request(`${ORIGIN}${path}`, { headers }), params: {}, context: {} }
}

/** A form as a browser posts it. */
export function postTo(path: string, fields: Record<string, string> | [string, string][], headers: Record<string, string> = {}): Args {
  return { request: new Request(`${ORIGIN}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers }), params: {}, context: {} }
}

/** `name=value` as the browser sends it back, or nothing. */
export function cookieOf(answer: Response, name: string): string {
  const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`))
  return line?.split(';')[0] ?? ''
}

/** The response that a loader or action threw. */
export async function caught(asked: Promise<unknown>): Promise<Response> {
  try {
    await asked
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
  throw new Error('nothing was thrown')
}
