// Names as they are compared and searched, never as they are shown: what was typed is kept.

const withComma: Record<string, string> = { ş: 'ș', ţ: 'ț' }

/** Equal for two spellings of one name: composed letters, comma below for cedilla, lower case, one kind of hyphen and of space. */
export function foldName(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('ro')
    .replace(/[şţ]/g, (letter) => withComma[letter]!)
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** As foldName, and found by who types without diacritics or with a space for a hyphen. */
export function foldForSearch(text: string): string {
  return foldName(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/-/g, ' ')
}

/** Whether each word asked for begins a word of the text. All is found by nothing. */
export function matchesSearch(text: string, asked: string): boolean {
  const words = foldForSearch(text).split(/[^\p{L}\p{N}]+/u)
  return foldForSearch(asked)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .every((word) => words.some((candidate) => candidate.startsWith(word)))
}
