import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { sourceLocale } from '#app/core/kernel/locale.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { findSignedIn } from '#app/platform/http/session.server.ts'
import { Reader, useTranslate } from '#app/ui/reader.tsx'
import { Shell } from '#app/ui/shell.tsx'
import textFont from './ui/fonts/atkinson-next.woff2'
import './ui/styles/index.css'

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await findSignedIn(request)
  return json({
    locale: readLocale(request),
    visitor: signedIn && { name: signedIn.name, role: signedIn.actor.role },
  })
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const { pathname } = useLocation()
  const locale = data?.locale ?? sourceLocale
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="preload" href={textFont} as="font" type="font/woff2" crossOrigin="anonymous" />
        <Meta />
        <Links />
        <script type="module" src="/catedra.js" />
      </head>
      <body>
        <Reader locale={locale}>
          <Shell visitor={data?.visitor ?? null} path={pathname}>
            {children}
          </Shell>
        </Reader>
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

const explained = [400, 403, 404, 413, 429] as const

export function ErrorBoundary() {
  const error = useRouteError()
  const t = useTranslate()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const known = explained.find((candidate) => candidate === status) ?? 500
  return (
    <div className="page page-narrow">
      <title>{`${t(`shell:error.title${known}`)} · ${t('shell:brand')}`}</title>
      <h1>{t(`shell:error.title${known}`)}</h1>
      <p>{t(`shell:error.text${known}`)}</p>
      <p>
        <a className="button" href="/">
          {t('shell:error.home')}
        </a>
      </p>
    </div>
  )
}
