// How much there is of a course: in each language the same, but for words.
import type { Locale } from '../kernel/locale.ts'

/** Questions are places on the sheet; their variants are counted apart. Situations are what a range asks. */
export const countables = ['lessons', 'words', 'figures', 'questions', 'variants', 'open', 'situations'] as const
export type Counts = Record<(typeof countables)[number], number>

/** Of one module in one language. */
export type Tally = Counts & { module: string; locale: Locale }

export function addUp(tallies: readonly Counts[]): Counts {
  const sums = countables.map((countable) => [countable, tallies.reduce((sum, tally) => sum + tally[countable], 0)] as const)
  return Object.fromEntries(sums) as Counts
}

/** In words, what a module has in one of the languages and not in the first of them. */
export function listDifferences(tallies: readonly Tally[], locales: readonly Locale[]): string[] {
  const [first, ...others] = locales
  const countOf = (module: string, locale: Locale) => addUp(tallies.filter((tally) => tally.module === module && tally.locale === locale))
  return [...new Set(tallies.map(({ module }) => module))].flatMap((module) =>
    others.flatMap((locale) => {
      const [there, here] = [countOf(module, first!), countOf(module, locale)]
      const differing = countables.filter((countable) => countable !== 'words' && here[countable] !== there[countable])
      return differing.map((countable) => `${module}: ${countable} ${here[countable]} in ${locale}, ${there[countable]} in ${first}`)
    }),
  )
}
