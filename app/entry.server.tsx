// A page is rendered whole to one string: reading pages ship no client framework, so nothing is streamed or hydrated.
import type { EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { environment } from './platform/env.server.ts'
import { readLocale } from './platform/http/locale.server.ts'
import { findSignedIn } from './platform/http/session.server.ts'
import { openLog } from './platform/log.server.ts'
import { Reader } from './ui/reader.tsx'

export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  // Asked here and not by a loader: none runs for a page that says why an action refused. Without the database a page can still say so.
  const signedIn = await findSignedIn(request).catch(() => null)
  const html = renderToString(
    <Reader locale={readLocale(request)} visitor={signedIn && { name: signedIn.name, role: signedIn.actor.role }}>
      <RemixServer context={context} url={request.url} />
    </Reader>,
  )
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
