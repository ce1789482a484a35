// The reader's language: what was chosen, else what the browser asks for, else Romanian.
import Negotiator from 'negotiator'
import { isLocale, locales, sourceLocale, type Locale } from '#app/core/kernel/locale.ts'

const COOKIE = 'lang'
const ONE_YEAR_S = 365 * 24 * 3600

/** What was chosen in this browser, or null. */
export function findChosenLocale(request: Request): Locale | null {
  const cookie = request.headers.get('cookie') ?? ''
  const chosen = /(?:^|;\s*)lang=([a-z]{2})(?:;|$)/.exec(cookie)?.[1]
  return isLocale(chosen) ? chosen : null
}

export function readLocale(request: Request): Locale {
  const chosen = findChosenLocale(request)
  if (chosen) return chosen
  const [asked] = new Negotiator({ headers: { 'accept-language': request.headers.get('accept-language') ?? '' } }).languages([...locales])
  return isLocale(asked) ? asked : sourceLocale
}

export function localeCookie(locale: Locale): string {
  return `${COOKIE}=${locale}; Path=/; Max-Age=${ONE_YEAR_S}; SameSite=Lax`
}
