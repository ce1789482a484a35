// A page is rendered whole to one string: reading pages ship no client framework, so nothing is streamed or hydrated.
import type { EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { environment } from './platform/env.server.ts'
import { openLog } from './platform/log.server.ts'

export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  const html = renderToString(<RemixServer context={context} url={request.url} />)
  headers.set('content-type', 'text/html; charset=utf-8')
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
  return new Response(`<!doctype html>${html}`, { status, headers })
}

/** What a loader or action threw that it did not mean to. A request that was given up is nobody's fault; one that asks for what is not there is not ours. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  openLog(environment().LOG_LEVEL, 'web').error({ err: error instanceof Error ? { type: error.name, message: error.message, stack: error.stack } : String(error), path: loggedPath(request) }, 'request failed')
}

/** Without what follows /password-reset/: whoever reads the log could use the link. */
function loggedPath(request: Request): string {
  return new URL(request.url).pathname.replace(/^(\/password-reset\/).+/, '$1…')
}
