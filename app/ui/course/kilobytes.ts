// What a page weighs, rounded up, so that it never turns out to be more.
import { chooseLocale, type Locale } from '#app/core/kernel/locale.ts'
import { formatNumber } from '#app/language/format.ts'
import { useLocale, useTranslate } from '../reader.tsx'

/** Bytes by language. */
export type Sizes = Partial<Record<Locale, number>>

export function useKilobytes(): (bytes: number) => string {
  const t = useTranslate()
  const locale = useLocale()
  return (bytes) => t('learning:course.kilobytes', { size: formatNumber(Math.ceil(bytes / 1000), locale) })
}

/** Of the text that the reader will be given; 0 where there is none. */
export function sizeFor(sizes: Sizes, reader: Locale): number {
  return sizes[chooseLocale(Object.keys(sizes), reader)] ?? 0
}
