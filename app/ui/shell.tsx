// The frame around every page: skip link, masthead, navigation, language, footer.
import type { ReactNode } from 'react'
import { locales, type Locale } from '#app/core/kernel/locale.ts'
import { useLocale, useTranslate, useVisitor } from './reader.tsx'

/** Each language by its own name. */
export const languageNames: Record<Locale, string> = { ro: 'Română', en: 'English', sv: 'Svenska' }

/** `address` is that of the page, with what it was asked. */
export function Shell({ path, address, children }: { path: string; address: string; children: ReactNode }) {
  const t = useTranslate()
  return (
    <>
      <a className="skip-link" href="#content">
        {t('shell:skip')}
      </a>
      <header className="masthead">
        <a className="brand" href="/" aria-label={t('shell:brand')}>
          <BrandMark />
          <span>{t('shell:brand')}</span>
        </a>
        <Navigation path={path} />
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer address={address} />
    </>
  )
}

/** A desk seen from the class: a ruled line on two legs. */
function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path d="M3 11h26M6 11v15M26 11v15M6 17h20M11 11V5h10v6" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  )
}

function Navigation({ path }: { path: string }) {
  const t = useTranslate()
  const visitor = useVisitor()
  const links = [
    { href: '/courses', label: t('shell:nav.courses') },
    ...(visitor ? [{ href: '/certificates', label: t('shell:nav.certificates') }] : []),
    { href: '/verify', label: t('shell:nav.verify') },
    visitor?.role === 'analyst' || visitor?.role === 'administrator' ? { href: '/ministry', label: t('shell:nav.ministry') } : { href: '/indicator', label: t('shell:nav.indicator') },
    ...(visitor?.role === 'administrator' ? [{ href: '/admin/certificates', label: t('shell:nav.admin') }] : []),
  ]
  return (
    <nav className="navigation" aria-label={t('shell:nav.label')}>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={path === link.href ? 'page' : path.startsWith(`${link.href}/`) ? 'true' : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
      {visitor ? (
        <ul className="navigation-account">
          <li>
            <a href="/profile" aria-current={path === '/profile' ? 'page' : undefined}>
              {visitor.name}
            </a>
          </li>
          <li>
            <form method="post" action="/logout">
              <button className="quiet" type="submit">
                {t('shell:nav.logout')}
              </button>
            </form>
          </li>
        </ul>
      ) : (
        <ul className="navigation-account">
          <li>
            <a href="/login" aria-current={path === '/login' ? 'page' : undefined}>
              {t('shell:nav.login')}
            </a>
          </li>
          <li>
            <a href="/signup" aria-current={path === '/signup' ? 'page' : undefined}>
              {t('shell:nav.signup')}
            </a>
          </li>
        </ul>
      )}
    </nav>
  )
}

function Footer({ address }: { address: string }) {
  const t = useTranslate()
  const current = useLocale()
  return (
    <footer className="footer">
      <p>{t('shell:footer.about')}</p>
      <p>
        <a href="/methodology">{t('shell:footer.methodology')}</a>
      </p>
      <form className="languages" method="post" action="/language" aria-label={t('shell:language.label')}>
        <input type="hidden" name="next" value={address} />
        {locales.map((locale) => (
          <button key={locale} className="quiet" type="submit" name="locale" value={locale} lang={locale} aria-pressed={locale === current}>
            {languageNames[locale]}
          </button>
        ))}
      </form>
    </footer>
  )
}
