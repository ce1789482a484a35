// Languages by their own names, each marked as what it is.
import type { Locale } from '#app/core/kernel/locale.ts'
import { languageNames } from '../shell.tsx'

export function LanguageList({ locales }: { locales: Locale[] }) {
  return (
    <>
      {locales.map((locale, at) => (
        <span key={locale}>
          {at > 0 && ', '}
          <span lang={locale}>{languageNames[locale]}</span>
        </span>
      ))}
    </>
  )
}
