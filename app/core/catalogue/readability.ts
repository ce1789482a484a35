// What makes a lesson hard to read. It is warned of, never refused: the author decides.
import type { Locale } from '../kernel/locale.ts'
import type { FileFault, Place } from './fault.ts'
import { wordsOf } from './words.ts'

/** A paragraph as it is read, with where in the file each part of its text begins. */
export type Passage = { text: string; parts: readonly (Place & { at: number })[] }

/** A longer sentence is read twice. */
const MOST_WORDS_OF_SENTENCE = 30

/**
 * LIX (C. H. Björnsson, Läsbarhet, 1968): words per sentence, and of a hundred words those with more than six letters. Below 40 is
 * easy, 40 to 50 is a newspaper, above 50 are official papers. Made for Swedish; J. Anderson (Lix and Rix, Journal of Reading 26,
 * 1983) found that it orders texts of other languages as well. Romanian joins its articles to its words: the same lesson measures
 * five or six more in it than in English.
 */
const HIGHEST_LIX: Record<Locale, number> = { ro: 45, en: 40, sv: 40 }
const LETTERS_OF_LONG_WORD = 6

type Sentence = Place & { words: string[] }

export function warnOfStyle(passages: readonly Passage[], locale: Locale): FileFault[] {
  const sentences = passages.flatMap((passage) => sentencesOf(passage, locale))
  return [...sentences.flatMap(warnOfLength), ...warnOfLevel(sentences, locale)]
}

/** Words per sentence and long words per hundred; 0 for no text. */
export function measureLix(sentences: readonly { words: readonly string[] }[]): number {
  const words = sentences.flatMap((sentence) => sentence.words)
  const long = words.filter((word) => [...word.matchAll(/\p{L}/gu)].length > LETTERS_OF_LONG_WORD)
  return words.length === 0 ? 0 : words.length / sentences.length + (100 * long.length) / words.length
}

export function sentencesOf({ text, parts }: Passage, locale: Locale): Sentence[] {
  return [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)].flatMap(({ segment, index }) => {
    const words = wordsOf(segment)
    return words.length === 0 ? [] : [{ ...placeOf(parts, index), words }]
  })
}

/** A part is as long in the file as it is read, but for signs such as \\<. */
function placeOf(parts: Passage['parts'], index: number): Place {
  const part = parts.findLast(({ at }) => at <= index)
  return part ? { line: part.line, column: part.column + index - part.at } : { line: 1, column: 1 }
}

function warnOfLength({ words, line, column }: Sentence): FileFault[] {
  if (words.length <= MOST_WORDS_OF_SENTENCE) return []
  return [{ line, column, message: `The sentence has ${words.length} words.`, cure: `Make two of it: at most ${MOST_WORDS_OF_SENTENCE} words are read at once.` }]
}

function warnOfLevel(sentences: readonly Sentence[], locale: Locale): FileFault[] {
  const lix = Math.round(measureLix(sentences))
  const [first] = sentences
  if (!first || lix <= HIGHEST_LIX[locale]) return []
  const { line, column } = first
  return [{ line, column, message: `The lesson is hard to read: LIX ${lix}.`, cure: `Shorten sentences and choose shorter words, until LIX is ${HIGHEST_LIX[locale]} or less.` }]
}
