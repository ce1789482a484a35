// What the interface says, in the reader's language. One file per locale and room in messages/; Romanian is the source of keys.
import i18next, { type TFunction } from 'i18next'
import { locales, sourceLocale, type Locale } from '#app/core/kernel/locale.ts'
import en from './messages/en/index.ts'
import ro from './messages/ro/index.ts'
import sv from './messages/sv/index.ts'

export type Rooms = keyof typeof ro
export type Translate = TFunction<Rooms[]>

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: typeof ro
  }
}

const rooms = Object.keys(ro) as Rooms[]

const i18n = i18next.createInstance()
void i18n.init({
  resources: { ro, en, sv },
  supportedLngs: locales,
  fallbackLng: sourceLocale,
  ns: rooms,
  defaultNS: 'shell',
  // React and the PDF escape what they draw; mail is plain text.
  interpolation: { escapeValue: false },
  initAsync: false,
})

const fixed = Object.fromEntries(locales.map((locale) => [locale, i18n.getFixedT(locale, rooms)])) as Record<Locale, Translate>

/** `translator('ro')('learning:quiz.submit')` */
export function translator(locale: Locale): Translate {
  return fixed[locale]
}

/** A text whose key is made of data, such as the name of a level. The keys of `terms` are covered by a test over all the data. */
export function term(t: Translate, key: string): string {
  return (t as unknown as (key: string) => string)(`terms:${key}`)
}
