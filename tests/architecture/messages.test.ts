// What the interface says is there in every language, with the same gaps to fill and the plural forms of that language.
import { expect, test } from 'vitest'
import { locales, sourceLocale, type Locale } from '#app/core/kernel/locale.ts'
import en from '#app/language/messages/en/index.ts'
import ro from '#app/language/messages/ro/index.ts'
import sv from '#app/language/messages/sv/index.ts'

type Tree = { [key: string]: string | Tree }
type Message = { key: string; text: string }

const catalogues: Record<Locale, Tree> = { ro, en, sv }
const PLURAL = /_(zero|one|two|few|many|other)$/

/** Every text by its key `room:a.b`. */
function flatten(tree: Tree, prefix = '', separator = ''): Message[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const name = `${prefix}${separator}${key}`
    return typeof value === 'string' ? [{ key: name, text: value }] : flatten(value, name, prefix === '' ? ':' : '.')
  })
}

const messages = Object.fromEntries(locales.map((locale) => [locale, flatten(catalogues[locale])])) as Record<Locale, Message[]>
const stem = (key: string) => key.replace(PLURAL, '')
const gaps = (text: string) => [...text.matchAll(/\{\{-?\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name!).sort()

/** All gaps of a key, whatever its plural forms leave out: "one course" need not say its number. */
function gapsByStem(locale: Locale): Map<string, string> {
  const found = new Map<string, Set<string>>()
  for (const { key, text } of messages[locale]) {
    const known = found.get(stem(key)) ?? new Set(PLURAL.test(key) ? ['count'] : [])
    for (const gap of gaps(text)) known.add(gap)
    found.set(stem(key), known)
  }
  return new Map([...found].map(([key, names]) => [key, [...names].sort().join(', ')]))
}

const expected = gapsByStem(sourceLocale)

test.each(locales.filter((locale) => locale !== sourceLocale))('%s says all that Romanian says, with the same gaps', (locale) => {
  const found = gapsByStem(locale)
  const faults = [
    ...[...expected.keys()].filter((key) => !found.has(key)).map((key) => `${key} is missing in ${locale}: translate it`),
    ...[...found.keys()].filter((key) => !expected.has(key)).map((key) => `${key} is in ${locale} alone: write it in Romanian or remove it`),
    ...[...expected].filter(([key, names]) => found.has(key) && found.get(key) !== names).map(([key, names]) => `${key} fills {${found.get(key)}} in ${locale}, {${names}} in Romanian: use the same`),
  ]
  expect(faults).toEqual([])
})

test.each(locales)('what is counted has every plural form of %s and no other', (locale) => {
  // Fractions are not counted here, so "many" of some languages and the like never come up.
  const forms = new Set(Array.from({ length: 200 }, (_, count) => new Intl.PluralRules(locale).select(count)))
  const counted = new Map<string, string[]>()
  for (const { key } of messages[locale]) if (PLURAL.test(key)) counted.set(stem(key), [...(counted.get(stem(key)) ?? []), PLURAL.exec(key)![1]!])
  const faults = [...counted].filter(([, found]) => found.sort().join() !== [...forms].sort().join()).map(([key, found]) => `${key} has ${found.join(', ')} in ${locale}: it needs ${[...forms].join(', ')}`)
  expect(faults).toEqual([])
})

test.each(locales)('no text of %s is empty', (locale) => {
  expect(messages[locale].filter(({ text }) => text.trim() === '').map(({ key }) => key)).toEqual([])
})

test('Romanian is written with comma below, never with cedilla', () => {
  expect(messages.ro.filter(({ text }) => /[şţŞŢ]/.test(text)).map(({ key, text }) => `${key}: "${text}" has a cedilla: write ș and ț`)).toEqual([])
})

test('Romanian mail is an official notice and says dumneavoastră, never tu', () => {
  const familiar = /(?<!\p{L})(tu|tău|ta|tăi|tale|te|ți-|îți|vezi|descarci|alegi|dă-o)(?!\p{L})/iu
  expect(messages.ro.filter(({ key, text }) => key.startsWith('mail:') && familiar.test(text)).map(({ key, text }) => `${key} says "${familiar.exec(text)?.[0]}": say dumneavoastră`)).toEqual([])
})
