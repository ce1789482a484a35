// Pages as Remix serves them, made of the route modules themselves: for tests that look at what a browser gets.
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { Actor } from '#app/core/access/can.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import { beginSession } from '#app/platform/http/session.server.ts'
import routes from '#app/routes.ts'

type RouteModule = ServerBuild['routes'][string] extends infer Route ? (Route extends { module: infer Module } ? Module : never) : never

const modules = import.meta.glob<RouteModule>(['../../app/root.tsx', '../../app/entry.server.tsx', '../../app/routes/**/*.{ts,tsx}'])
const ORIGIN = 'https://catedra.test'

async function moduleOf(file: string): Promise<RouteModule> {
  const load = modules[`../../app/${file}`]
  if (!load) throw new Error(`app/${file} is not there`)
  return await load()
}

async function routesOf(room: string) {
  const root = { id: 'root', path: '', module: await moduleOf('root.tsx') }
  const own = routes.filter(({ file }) => file.startsWith(`routes/${room}`) || file === 'routes/not-found.tsx')
  return [root, ...(await Promise.all(own.map(async ({ file, id = file, path, index }) => ({ id, parentId: 'root', path, index, module: await moduleOf(file) }))))]
}

/** What Remix would have built of one room of routes, or of one file, and of what is not there. */
export async function buildOf(room: string): Promise<ServerBuild> {
  const entries = await routesOf(room)
  const assets = entries.map(({ module, ...route }) => ({
    ...route,
    hasLoader: 'loader' in module,
    hasAction: 'action' in module,
    hasErrorBoundary: 'ErrorBoundary' in module,
    hasClientAction: false,
    hasClientLoader: false,
    module: '',
  }))
  return {
    entry: { module: (await moduleOf('entry.server.tsx')) as unknown as ServerBuild['entry']['module'] },
    routes: Object.fromEntries(entries.map((route) => [route.id, route])),
    assets: { entry: { imports: [], module: '' }, routes: Object.fromEntries(assets.map((route) => [route.id, route])), url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: { v3_fetcherPersist: true, v3_lazyRouteDiscovery: true, v3_relativeSplatPath: true, v3_singleFetch: false, v3_throwAbortReason: true },
    isSpaMode: false,
    mode: 'production',
  }
}

export type Site = {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, fields: URLSearchParams, headers?: Record<string, string>): Promise<Response>
  /** The text of a page, in Romanian to a visitor when nothing else is said. @throws when the answer is not 200 */
  read(path: string, headers?: Record<string, string>): Promise<string>
}

/** The pages of one room of routes, in the world that the test gave to the web process (`useWorld`). */
export async function openSite(room: string): Promise<Site> {
  const handle = createRequestHandler(await buildOf(room), 'production')
  const get = (path: string, headers = {}) => handle(new Request(`${ORIGIN}${path}`, { headers }))
  return {
    get,
    post: (path, fields, headers = {}) => handle(new Request(`${ORIGIN}${path}`, { method: 'POST', body: fields, headers })),
    async read(path, headers = visitor()) {
      const answer = await get(path, headers)
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      return await answer.text()
    },
  }
}

/** The headers of a browser that is signed in. */
export async function signedInAs(actor: Actor, locale: Locale = 'ro'): Promise<{ cookie: string }> {
  const session = await beginSession(new Request(`${ORIGIN}/login`), actor.accountId)
  return { cookie: `${session.split(';')[0]}; lang=${locale}` }
}

/** The headers of a browser that is not. */
export function visitor(locale: Locale = 'ro'): { cookie: string } {
  return { cookie: `lang=${locale}` }
}
