// The reader's language, known to every component below the page.
import { createContext, useContext, type ReactNode } from 'react'
import { sourceLocale, type Locale } from '#app/core/kernel/locale.ts'
import { translator, type Translate } from '#app/language/translate.ts'

const ReaderLocale = createContext<Locale>(sourceLocale)

export function Reader({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <ReaderLocale.Provider value={locale}>{children}</ReaderLocale.Provider>
}

export function useLocale(): Locale {
  return useContext(ReaderLocale)
}

export function useTranslate(): Translate {
  return translator(useLocale())
}
