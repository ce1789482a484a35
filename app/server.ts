// Listens: static files, security headers, request ids, limits and the same-origin rule, then Remix.
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { environment, EnvironmentError } from './platform/env.server.ts'
import { addressReader, type Incoming } from './platform/http/client-address.server.ts'
import { asProblem, problem, readOnly } from './platform/http/problem.server.ts'
import { inRequest } from './platform/http/request-scope.server.ts'
import { closeWorld, world } from './platform/http/world.server.ts'
import { observeRequest } from './platform/metrics.server.ts'

/** Above any form of ours, below anything that hurts. */
const LARGEST_BODY_BYTES = 256 * 1024
/** Per address and minute: generous for a school behind one router, too little to try serials or passwords by the thousand. */
const WRITES_A_MINUTE = 600
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
  const [writes, verifications, reads] = [WRITES_A_MINUTE, VERIFICATIONS_A_MINUTE, API_READS_A_MINUTE].map((points) => new RateLimiterMemory({ points, duration: 60 }))
  return (method, pathname) => {
    if (method !== 'GET' && method !== 'HEAD') return writes!
    if (/^\/(verify\/|credentials\/|certificates\/)/.test(pathname)) return verifications!
    return pathname.startsWith('/api/') ? reads! : null
  }
}

const refusals = { 413: 'What was sent is too large.', 429: 'Too many questions in a minute. Ask again in a minute.' }

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** The status of a request that comes no further than this server. */
    refused?: keyof typeof refusals
  }
}

type Site = { Bindings: { incoming?: Incoming } }

export function createSite(build: ServerBuild, mode: string, trustedProxies = environment().TRUST_PROXY) {
  const addressOf = addressReader(trustedProxies)
  const site = new Hono<Site>()
  const ownHost = new URL(world().publicUrl).host
  const limitOf = openLimits()
  const handle = createRequestHandler(build, mode)
  const headers = Object.entries(headersFor(world().publicUrl))

  /** Says why nothing is asked any further: to people on a page in their language, to programs as a problem. */
  async function refuse({ req, env }: Context<Site>, refused: keyof typeof refusals, headers: Record<string, string> = {}): Promise<Response> {
    if (req.path.startsWith('/api/') || !req.header('accept')?.includes('text/html')) return problem(refused, refusals[refused], [], headers)
    const asked = new Headers({ cookie: req.header('cookie') ?? '', 'accept-language': req.header('accept-language') ?? '' })
    const page = await inRequest(addressOf(env.incoming), () => handle(new Request(new URL('/refused', req.url), { headers: asked }), { refused }))
    for (const [name, value] of Object.entries(headers)) page.headers.set(name, value)
    return page
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
        return await refuse(context, 429, { 'retry-after': '60' })
      }
    }
    if (method !== 'GET' && method !== 'HEAD') {
      if (context.req.path.startsWith('/api/')) return readOnly()
      if (!isFromHere(context.req.raw, [context.req.header('host'), ownHost])) return context.text('This request did not come from a page of this site.', 403)
      // Remix would compare it again, with Host alone, and fail where they differ.
      context.req.raw.headers.delete('origin')
    }
    return next()
  })
  site.use(bodyLimit({ maxSize: LARGEST_BODY_BYTES, onError: (context) => refuse(context, 413) }))

  // What a certificate is worth is given as data to programs that ask for JSON, under the same address as the page.
  site.get('/verify/:serial', (context, next) => {
    const accepted = context.req.header('accept') ?? ''
    const { origin, pathname } = new URL(context.req.url)
    if (!accepted.includes('application/json') || accepted.includes('text/html') || pathname.endsWith('.json')) return next()
    return inRequest(addressOf(context.env.incoming), () => handle(new Request(`${origin}${pathname}.json`, context.req.raw), {}))
  })
  site.all('*', (context) => inRequest(addressOf(context.env.incoming), () => handle(context.req.raw, {})))
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
