import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useLocale, useTranslate } from '#app/ui/reader.tsx'
import { Shell } from '#app/ui/shell.tsx'
import textFont from './ui/fonts/atkinson-next.woff2'
import './ui/styles/index.css'

export function Layout({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation()
  return (
    <html lang={useLocale()}>
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
        <Shell path={pathname} address={`${pathname}${search}`}>
          {children}
        </Shell>
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

const explained = [400, 403, 404, 405, 413, 429] as const

/** What a refusal says that is not for want of a right: the form was on a page of another site. */
const FOREIGN = 'foreign'

export function ErrorBoundary() {
  const error = useRouteError()
  const t = useTranslate()
  const answer = isRouteErrorResponse(error) ? error : null
  const known = answer?.data === FOREIGN ? FOREIGN : (explained.find((status) => status === answer?.status) ?? 500)
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
