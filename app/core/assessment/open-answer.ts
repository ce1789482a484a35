// The answer to an open question: a text of some length. What it is worth is judged by who wrote it, beside the rubric.

/** Fewer are a remark, not an answer. */
export const FEWEST_WORDS = 20
/** About two printed pages. */
export const MOST_CHARACTERS = 4_000

/** Control characters but line ends and tabs, and half characters: PostgreSQL refuses to keep them. */
const unwritable = /(?![\n\t])[\p{Cc}\p{Cs}]/gu

/** The text as it is kept, whatever line ends the browser wrote. */
export function cleanText(typed: string): string {
  return typed.replace(/\r\n?/g, '\n').replace(unwritable, '').trim()
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

export function countCharacters(text: string): number {
  return [...text].length
}

/** `text` cleaned. */
export function faultOfText(text: string): 'open' | 'short' | 'long' | null {
  if (text === '') return 'open'
  if (countCharacters(text) > MOST_CHARACTERS) return 'long'
  return countWords(text) < FEWEST_WORDS ? 'short' : null
}
