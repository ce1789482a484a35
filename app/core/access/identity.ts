// What a person is called and where mail reaches them, as typed by that person and made safe to keep, match and print.

const NAME_SHORTEST = 2
const NAME_LONGEST = 120
/** RFC 5321, 4.5.3.1. */
const EMAIL_LONGEST = 254
const LOCAL_PART_LONGEST = 64

/** Letters of any script with their marks; apostrophes, hyphens and dots between or after them. */
const nameShape = /^\p{L}[\p{L}\p{M}'’ʼ‘.\-‐‑ ]*$/u

/** The cedilla under s and t, left over from old keyboards; Romanian has a comma below there. */
const cedilla = /(?<=[st]\p{M}*)\u0327/giu
const COMMA_BELOW = '\u0326'

/** The name as it will stand on a certificate, or null when it is no name. */
export function readName(typed: string): string | null {
  if (/\p{Cc}/u.test(typed.trim())) return null
  const name = typed.normalize('NFD').replace(cedilla, COMMA_BELOW).normalize('NFC').trim().replace(/\s+/gu, ' ')
  const length = [...name].length
  return length >= NAME_SHORTEST && length <= NAME_LONGEST && nameShape.test(name) ? name : null
}

const localShape = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const labelShape = /^[\p{L}\p{N}]([\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u

/** The address that mail goes to, or null when no mail could. One address, nothing that a mail header would read as two. */
export function readEmail(typed: string): string | null {
  const email = typed.normalize('NFKC').trim()
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at)
  const labels = email.slice(at + 1).split('.')
  const fits = at > 0 && email.length <= EMAIL_LONGEST && local.length <= LOCAL_PART_LONGEST && localShape.test(local) && labels.length >= 2
  return fits && labels.every((label) => labelShape.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '') ? email : null
}

/** The form in which addresses are compared. */
export function foldEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}
