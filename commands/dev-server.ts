// The web process of npm run dev: the site's own server with Vite in front, which reads every module anew when it has changed.
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { ServerBuild } from '@remix-run/node'
import { createServer, type ViteDevServer } from 'vite'
import { environment } from '#app/platform/env.server.ts'

type SiteModule = { createSite(build: ServerBuild, mode: string): { fetch: Parameters<typeof getRequestListener>[0] } }
type WorldModule = { closeWorld(): Promise<void> }
type Handler = ReturnType<typeof getRequestListener>

/** Vite forgets the modules that changed meanwhile. */
const SETTLE_MS = 50

/** The site as its sources are now. Where they are as they were, so is what was made of them: its database connections above all. */
function readAnew(vite: ViteDevServer): () => Promise<Handler> {
  let known: { build: ServerBuild; site: SiteModule; world: WorldModule; handle: Handler } | undefined
  return async () => {
    const world = (await vite.ssrLoadModule('/app/platform/http/world.server.ts')) as WorldModule
    const site = (await vite.ssrLoadModule('/app/server.ts')) as SiteModule
    const build = (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
    if (known?.world !== world) void known?.world.closeWorld()
    if (known?.build !== build || known.site !== site || known.world !== world) {
      const { fetch } = site.createSite(build, 'development')
      known = { build, site, world, handle: getRequestListener(async (request, bindings) => hotPage(vite, request, (await fetch(request, bindings)) as Response)) }
    }
    return known.handle
  }
}

/** The same page with Vite's client in it, which loads it again when it is told to. */
async function hotPage(vite: ViteDevServer, request: Request, response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  const html = await vite.transformIndexHtml(new URL(request.url).pathname, await response.text())
  const headers = new Headers(response.headers)
  // In development Remix writes the styles into the page.
  headers.set('content-security-policy', headers.get('content-security-policy')?.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'") ?? '')
  return new Response(html, { status: response.status, headers })
}

const env = environment()
const server = http.createServer()
const vite = await createServer({ configFile: 'remix.config.js', appType: 'custom', server: { middlewareMode: true, hmr: { server }, watch: { ignored: [`${env.DATA_DIR}/**`, '**/build/**'] } } })
const currentHandler = readAnew(vite)

server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
  vite.middlewares(incoming, outgoing, () => {
    currentHandler()
      .then((handle) => handle(incoming, outgoing))
      .catch((error: Error) => {
        vite.ssrFixStacktrace(error)
        console.error(error)
        outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(error.stack)
      })
  })
})

// Pages are made on the server alone, so nothing less than a new page shows a change.
vite.watcher.on('change', (file) => {
  if (/^(app|public)\//.test(path.relative('.', file))) setTimeout(() => vite.ws.send({ type: 'full-reload' }), SETTLE_MS)
})

await currentHandler()
server.listen(env.PORT, env.HOST, () => process.send?.({ ready: true }))

const stop = () => {
  server.close()
  server.closeAllConnections()
  void vite.close().finally(() => process.exit(0))
}
process.once('SIGTERM', stop).once('SIGINT', stop).once('disconnect', stop)
