// The languages of the interface and of content. Romanian is the source; a missing text falls back to it and says so.
export const locales = ['ro', 'en', 'sv'] as const
export type Locale = (typeof locales)[number]
export const sourceLocale: Locale = 'ro'

/** A text in Romanian and, where somebody wrote them, other languages. */
export type Localized = { ro: string } & Partial<Record<Locale, string>>

export function isLocale(value: unknown): value is Locale {
  return (locales as readonly unknown[]).includes(value)
}

export function localize(text: Localized, locale: Locale): string {
  return text[locale] ?? text.ro
}

/** The language to show of those there are: the reader's, else the source. */
export function chooseLocale(available: readonly string[], wanted: Locale): Locale {
  if (available.includes(wanted)) return wanted
  // Swedish readers are served English before Romanian.
  if (wanted !== sourceLocale && available.includes('en')) return 'en'
  return sourceLocale
}
