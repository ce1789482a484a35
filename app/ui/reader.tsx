// The reader, known to every component below the page: their language, and who they are where they are signed in.
import { createContext, useContext, type ReactNode } from 'react'
import type { Role } from '#app/core/access/can.ts'
import { sourceLocale, type Locale } from '#app/core/kernel/locale.ts'
import { translator, type Translate } from '#app/language/translate.ts'

export type Visitor = { name: string; role: Role } | null

const ReaderLocale = createContext<Locale>(sourceLocale)
const ReaderVisitor = createContext<Visitor>(null)

export function Reader({ locale, visitor = null, children }: { locale: Locale; visitor?: Visitor; children: ReactNode }) {
  return (
    <ReaderLocale.Provider value={locale}>
      <ReaderVisitor.Provider value={visitor}>{children}</ReaderVisitor.Provider>
    </ReaderLocale.Provider>
  )
}

export function useLocale(): Locale {
  return useContext(ReaderLocale)
}

export function useTranslate(): Translate {
  return translator(useLocale())
}

export function useVisitor(): Visitor {
  return useContext(ReaderVisitor)
}
