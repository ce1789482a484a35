// A certificate's serial: 115 random bits and a check symbol, in Crockford's base 32 (https://www.crockford.com/base32.html).
// 24 symbols in groups of four, the shape of a Romanian IBAN. A misread or mistyped symbol is refused before anything is looked up.
export type Serial = string & { readonly serial: unique symbol }

/** Without I, L, O (read as 1, 1, 0) and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_SYMBOLS = 23
const GROUPS = /.{4}(?=.)/g
/** Crockford's check is the number modulo 37, the next prime after 32. */
const CHECK_MODULUS = 37

/** How many random bytes a serial takes: five bits of each are used. */
export const SERIAL_BYTES = RANDOM_SYMBOLS

/** Null, about one time in seven, when the check symbol would be a punctuation mark or U, which do not travel well in addresses: draw again. */
export function serialFrom(random: Uint8Array): Serial | null {
  if (random.length !== SERIAL_BYTES) throw new RangeError(`A serial takes ${SERIAL_BYTES} random bytes, not ${random.length}`)
  const symbols = Array.from(random, (byte) => ALPHABET.charAt(byte & 31)).join('')
  const check = checkSymbol(symbols)
  return check === null ? null : grouped(symbols + check)
}

/** What was typed or scanned, as the serial it means: case, spaces, hyphens, O for 0 and I or L for 1 are forgiven. Null when it is none. */
export function parseSerial(text: string): Serial | null {
  const symbols = text.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (symbols.length !== RANDOM_SYMBOLS + 1 || [...symbols].some((symbol) => !ALPHABET.includes(symbol))) return null
  return checkSymbol(symbols.slice(0, RANDOM_SYMBOLS)) === symbols.at(-1) ? grouped(symbols) : null
}

function checkSymbol(symbols: string): string | null {
  let rest = 0
  for (const symbol of symbols) rest = (rest * 32 + ALPHABET.indexOf(symbol)) % CHECK_MODULUS
  return ALPHABET[rest] ?? null
}

function grouped(symbols: string): Serial {
  return symbols.replace(GROUPS, '$&-') as Serial
}
