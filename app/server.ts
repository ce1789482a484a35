// Listens: static files, security headers, request ids, limits and the same-origin rule, then Remix.
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { Hono, type Context, type HonoRequest } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { environment, EnvironmentError } from './platform/env.server.ts'
import { addressReader, type Incoming } from './platform/http/client-address.server.ts'
import { readLocale } from './platform/http/locale.server.ts'
import { asProblem, problem, readOnly } from './platform/http/problem.server.ts'
import { inRequest } from './platform/http/request-scope.server.ts'
import { closeWorld, world } from './platform/http/world.server.ts'
import { observeRequest } from './platform/metrics.server.ts'

/** Above any form of ours, below anything that hurts. */
const LARGEST_BODY_BYTES = 256 * 1024
/** Per address and minute: generous for a school behind one router, too little to try serials or passwords by the thousand. */
const WRITES_A_MINUTE = 600
/** A form that is written in keeps itself every other second or so: a staff room that writes must not keep itself from handing in. */
const KEPT_A_MINUTE = 3_000
const VERIFICATIONS_A_MINUTE = 120
const API_READS_A_MINUTE = 300

const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

/** Where the site is reached over TLS, it is reached over nothing else. */
function headersFor(publicUrl: string): Record<string, string> {
  return publicUrl.startsWith('https:') ? { ...securityHeaders, 'strict-transport-security': 'max-age=31536000' } : securityHeaders
}

/**
 * A state-changing request must come from a page of this site: browsers say so in Sec-Fetch-Site, older ones in Origin alone.
 * `null` is the Origin of a page that tells nobody its address, as the one behind a reset link: there the link itself is the permission.
 */
function isFromHere(request: Request, hosts: (string | undefined)[]): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin') return false
  const origin = request.headers.get('origin')
  // A program that is no browser sends neither; it carries no cookie that somebody else could make it send.
  if (!origin) return true
  if (origin === 'null') return site === 'same-origin' || new URL(request.url).pathname.startsWith('/password-reset/')
  try {
    return hosts.includes(new URL(origin).host)
  } catch {
    return false
  }
}

/** The limit that a request falls under, if any. */
function openLimits(): (method: string, pathname: string) => RateLimiterMemory | null {
  const [writes, kept, verifications, reads] = [WRITES_A_MINUTE, KEPT_A_MINUTE, VERIFICATIONS_A_MINUTE, API_READS_A_MINUTE].map((points) => new RateLimiterMemory({ points, duration: 60 }))
  return (method, pathname) => {
    if (method !== 'GET' && method !== 'HEAD') return /^\/courses\/.*\/(draft|entry)$/.test(pathname) ? kept! : writes!
    if (/^\/(verify\/|credentials\/|certificates\/)/.test(pathname)) return verifications!
    return pathname.startsWith('/api/') ? reads! : null
  }
}

/** What comes no further than this server. `detail` is for programs. */
const refusals: Record<'tooLarge' | 'tooOften' | 'foreign', { status: number; detail: string; headers: Record<string, string> }> = {
  tooLarge: { status: 413, detail: 'What was sent is too large.', headers: {} },
  tooOften: { status: 429, detail: 'Too many questions in a minute. Ask again in a minute.', headers: { 'retry-after': '60' } },
  foreign: { status: 403, detail: 'This request did not come from a page of this site.', headers: {} },
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** What the page is to say that stands for an answer without one. */
    refused?: Response
  }
}

/** Whether a person waits for the answer, in a browser. */
function readsPages(request: HonoRequest): boolean {
  return request.header('accept')?.includes('text/html') ?? false
}

type Site = { Bindings: { incoming?: Incoming } }

export function createSite(build: ServerBuild, mode: string, trustedProxies = environment().TRUST_PROXY) {
  const addressOf = addressReader(trustedProxies)
  const site = new Hono<Site>()
  const ownHost = new URL(world().publicUrl).host
  const limitOf = openLimits()
  const handle = createRequestHandler(build, mode)
  const headers = Object.entries(headersFor(world().publicUrl))

  /** Says why a request came no further: to people on a page in their language, to programs as a problem. */
  async function refuse({ req }: Context<Site>, reason: keyof typeof refusals): Promise<Response> {
    const { status, detail, headers } = refusals[reason]
    if (req.path.startsWith('/api/') || !readsPages(req)) return problem(status, detail, [], headers)
    // Without the session: whoever is kept from asking on is not looked up either.
    const page = await drawRefusal(new Response(reason, { status }), req.url, { 'accept-language': readLocale(req.raw) })
    for (const [name, value] of Object.entries(headers)) page.headers.set(name, value)
    return page
  }

  function drawRefusal(refused: Response, url: string, headers: HeadersInit): Promise<Response> {
    return handle(new Request(new URL('/refused', url), { headers }), { refused })
  }

  /** The page that was asked for, or one that says why there is none. */
  async function answer({ req, env }: Context<Site>): Promise<Response> {
    return await inRequest(addressOf(env.incoming), async () => {
      const answered = await handle(req.raw, {})
      if (answered.status < 400 || answered.body !== null || !readsPages(req)) return answered
      return await drawRefusal(answered, req.url, { cookie: req.header('cookie') ?? '', 'accept-language': req.header('accept-language') ?? '' })
    })
  }

  site.use(async (context, next) => {
    const begun = performance.now()
    await next()
    observeRequest(context.req.method, context.res.status, (performance.now() - begun) / 1000)
    for (const [name, value] of headers) if (!context.res.headers.has(name)) context.res.headers.set(name, value)
    context.res.headers.set('x-request-id', randomUUID())
  })
  // In development what is answered is still worked on.
  if (mode === 'production') site.use(compress())
  site.use('/assets/*', serveStatic({ root: 'build/client', onFound: (_path, context) => context.header('cache-control', 'public, max-age=31536000, immutable') }))
  site.use('/*', serveStatic({ root: 'public', onFound: (_path, context) => context.header('cache-control', 'public, max-age=3600') }))

  site.use('/api/*', async (context, next) => {
    await next()
    const problem = asProblem(context.res)
    // Hono would keep the headers of the answer that it replaces.
    context.res = undefined
    context.res = problem
  })
  site.use(async (context, next) => {
    const { method } = context.req
    const limit = limitOf(method, context.req.path)
    if (limit) {
      try {
        await limit.consume(addressOf(context.env.incoming))
      } catch {
        return await refuse(context, 'tooOften')
      }
    }
    if (method !== 'GET' && method !== 'HEAD') {
      if (context.req.path.startsWith('/api/')) return readOnly()
      if (!isFromHere(context.req.raw, [context.req.header('host'), ownHost])) return await refuse(context, 'foreign')
      // Remix would compare it again, with Host alone, and fail where they differ.
      context.req.raw.headers.delete('origin')
    }
    return next()
  })
  site.use(bodyLimit({ maxSize: LARGEST_BODY_BYTES, onError: (context) => refuse(context, 'tooLarge') }))

  // What a certificate is worth is given as data to programs that ask for JSON, under the same address as the page.
  site.get('/verify/:serial', (context, next) => {
    const accepted = context.req.header('accept') ?? ''
    const { origin, pathname } = new URL(context.req.url)
    if (!accepted.includes('application/json') || accepted.includes('text/html') || pathname.endsWith('.json')) return next()
    return inRequest(addressOf(context.env.incoming), () => handle(new Request(`${origin}${pathname}.json`, context.req.raw), {}))
  })
  site.all('*', answer)
  return site
}

/** Tells a supervising process that pages can be served. */
function announce(address: AddressInfo): void {
  world().log.info({ port: address.port }, 'site listens')
  process.send?.({ ready: true, port: address.port })
}

async function main(): Promise<void> {
  const env = environment()
  const build = (await import('virtual:remix/server-build')) as unknown as ServerBuild
  const server = serve({ fetch: createSite(build, 'production').fetch, port: env.PORT, hostname: env.HOST }, announce) as Server
  server.on('error', (error: NodeJS.ErrnoException) => {
    process.stderr.write(error.code === 'EADDRINUSE' ? `PORT: ${env.PORT} is taken, expected a free port\n` : `${error.message}\n`)
    process.exit(1)
  })

  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    // Requests under way are answered; idle connections are closed at once.
    server.close(() => void closeWorld().finally(() => process.exit(0)))
    server.closeIdleConnections()
    setTimeout(() => process.exit(1), 25_000).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('disconnect', stop)
}

if (import.meta.env.PROD) {
  main().catch((error: unknown) => {
    process.stderr.write(error instanceof EnvironmentError ? `${error.message}\n` : `${String(error)}\n`)
    process.exit(1)
  })
}
