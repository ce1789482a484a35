// Content in the reader's language or the nearest there is, marked with its own language where that is another.
import { chooseLocale, localize, type Locale, type Localized } from '#app/core/kernel/locale.ts'
import { useLocale } from '../reader.tsx'

/** `lang` only where it differs from the page's. */
export function tell(text: Localized, reader: Locale): { text: string; lang?: Locale } {
  const shown = chooseLocale(Object.keys(text), reader)
  return shown === reader ? { text: localize(text, shown) } : { text: localize(text, shown), lang: shown }
}

export function Told({ text }: { text: Localized }) {
  const told = tell(text, useLocale())
  return told.lang ? <span lang={told.lang}>{told.text}</span> : <>{told.text}</>
}
