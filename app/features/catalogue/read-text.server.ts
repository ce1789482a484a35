// Reads the bytes of an authored file as text, with every sign in it that a reader would not see or that only looks right.
import type { FileFault } from '#app/core/catalogue/fault.ts'

/** Ten times the longest lesson or quiz: what is larger is something else. */
const LARGEST_FILE_BYTES = 64 * 1024

type Look = { pattern: RegExp; message: (found: string) => string; cure: (found: string) => string }

const commaBelow: Record<string, string> = { ş: 'ș', ţ: 'ț', Ş: 'Ș', Ţ: 'Ț' }

const looks: Look[] = [
  {
    pattern: /[şţŞŢ]/gu,
    message: (found) => `"${found}" is written with a cedilla.`,
    cure: (found) => `Write "${commaBelow[found]}", with a comma below.`,
  },
  {
    // Controls, marks of direction that let code look like text (CVE-2021-42574), marks of byte order, signs that are no letters yet.
    pattern: /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/gu,
    message: (found) => `An invisible sign stands here: U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}.`,
    cure: () => 'Delete it; if it began the file, save the file as UTF-8 without a byte order mark.',
  },
]

/** `text` has \n at the ends of its lines; null when it cannot be read at all. */
export function readText(bytes: Uint8Array): { text: string | null; faults: FileFault[] } {
  if (bytes.byteLength > LARGEST_FILE_BYTES) {
    return { text: null, faults: [{ line: 1, column: 1, message: `The file has ${bytes.byteLength} bytes.`, cure: `Keep it below ${LARGEST_FILE_BYTES}.` }] }
  }
  const text = decode(bytes)?.replace(/\r\n/g, '\n') ?? null
  if (text === null) return { text, faults: [{ line: 1, column: 1, message: 'The file is not UTF-8.', cure: 'Save it as UTF-8.' }] }
  const faults = text.split('\n').flatMap((line, index) =>
    looks.flatMap(({ pattern, message, cure }) =>
      [...line.matchAll(pattern)].map(({ 0: found, index: column }) => ({ line: index + 1, column: column + 1, message: message(found), cure: cure(found) })),
    ),
  )
  return { text, faults }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
