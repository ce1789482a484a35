import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSerial, SERIAL_BYTES, serialFrom, type Serial } from '#app/core/certification/serial.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const random = fc.uint8Array({ minLength: SERIAL_BYTES, maxLength: SERIAL_BYTES })
const serials = random.map(serialFrom).filter((serial): serial is Serial => serial !== null)

function draw(bytes: () => Uint8Array): Serial {
  for (;;) {
    const serial = serialFrom(bytes())
    if (serial) return serial
  }
}

describe('a serial', () => {
  test('is 24 symbols in groups of four, like a Romanian IBAN', () => {
    fc.assert(
      fc.property(serials, (serial) => {
        expect(serial).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
  })

  test('ends with the check symbol of Crockford: the number modulo 37', () => {
    fc.assert(
      fc.property(serials, (serial) => {
        const symbols = serial.replaceAll('-', '')
        const number = [...symbols.slice(0, -1)].reduce((sum, symbol) => sum * 32n + BigInt(ALPHABET.indexOf(symbol)), 0n)
        expect(ALPHABET[Number(number % 37n)]).toBe(symbols.at(-1))
      }),
    )
  })

  test('holds more than 100 random bits: every random byte moves it', () => {
    fc.assert(
      fc.property(random, fc.nat(SERIAL_BYTES - 1), fc.integer({ min: 1, max: 31 }), (bytes, at, change) => {
        const other = Uint8Array.from(bytes)
        other[at] = other[at]! ^ change
        const [a, b] = [serialFrom(bytes), serialFrom(other)]
        expect(a === null || a !== b).toBe(true)
      }),
    )
    expect(SERIAL_BYTES * 5).toBeGreaterThanOrEqual(100)
  })

  test('does not come twice in ten thousand, and each is read back', () => {
    const seen = new Set<string>()
    for (let count = 0; count < 10_000; count++) {
      const serial = draw(() => randomBytes(SERIAL_BYTES))
      expect(parseSerial(serial)).toBe(serial)
      seen.add(serial)
    }
    expect(seen.size).toBe(10_000)
  })

  test('uses every symbol equally in every place', () => {
    const counts = new Map<string, number>()
    const drawn = 3_000
    let block = 0
    for (let count = 0; count < drawn; count++) {
      const serial = draw(() => createHash('sha256').update(String(block++)).digest().subarray(0, SERIAL_BYTES))
      for (const symbol of serial.replaceAll('-', '').slice(0, -1)) counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
    }
    const expected = (drawn * SERIAL_BYTES) / ALPHABET.length
    const chiSquare = [...ALPHABET].reduce((sum, symbol) => sum + ((counts.get(symbol) ?? 0) - expected) ** 2 / expected, 0)
    // 31 degrees of freedom: above 61.1 one time in a thousand.
    expect(chiSquare).toBeLessThan(61.1)
  })

  test('takes exactly its number of bytes', () => {
    expect(() => serialFrom(new Uint8Array(SERIAL_BYTES - 1))).toThrow(RangeError)
  })
})

describe('what was typed', () => {
  test('is read whatever its case, spaces and hyphens', () => {
    fc.assert(
      fc.property(serials, fc.array(fc.constantFrom(' ', '-', '–', '\t', ''), { minLength: 24, maxLength: 24 }), fc.boolean(), (serial, gaps, isLower) => {
        const typed = [...serial.replaceAll('-', '')].map((symbol, at) => symbol + (gaps[at] ?? '')).join('')
        expect(parseSerial(isLower ? typed.toLowerCase() : typed)).toBe(serial)
      }),
    )
  })

  test('may have O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(serials, fc.constantFrom('I', 'L', 'i', 'l'), fc.constantFrom('O', 'o'), (serial, one, zero) => {
        expect(parseSerial(serial.replaceAll('1', one).replaceAll('0', zero))).toBe(serial)
      }),
    )
  })

  test('is refused when one symbol is wrong', () => {
    fc.assert(
      fc.property(serials, fc.nat(23), fc.constantFrom(...ALPHABET), (serial, at, symbol) => {
        const symbols = [...serial.replaceAll('-', '')]
        fc.pre(symbols[at] !== symbol)
        symbols[at] = symbol
        expect(parseSerial(symbols.join(''))).toBeNull()
      }),
    )
  })

  test('is refused when two neighbours changed places', () => {
    fc.assert(
      fc.property(serials, fc.nat(21), (serial, at) => {
        const symbols = [...serial.replaceAll('-', '')]
        fc.pre(symbols[at] !== symbols[at + 1])
        ;[symbols[at], symbols[at + 1]] = [symbols[at + 1]!, symbols[at]!]
        expect(parseSerial(symbols.join(''))).toBeNull()
      }),
    )
  })

  test.each(['', ' ', '0', 'UUUU-UUUU-UUUU-UUUU-UUUU-UUUU', '*'.repeat(24), '0'.repeat(25), '0'.repeat(23), "' or 1=1 --", '\u0000'.repeat(24), '０'.repeat(24)])('is refused when it is %j', (typed) => {
    expect(parseSerial(typed)).toBeNull()
  })
})
