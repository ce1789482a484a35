// Which passwords are accepted: long enough, and not the first that somebody else would try. No rules about kinds of characters.
const PASSWORD_SHORTEST = 10
/** Hashing takes time; nobody types more. */
export const PASSWORD_LONGEST = 128

export type PasswordFault = 'short' | 'long' | 'common'

/** Of the most used passwords those that are long enough, and those that come to mind here. Compared without case. */
const common = new Set([
  '0123456789', '0987654321', '1029384756', '1122334455', '1234554321', '1234567890', '12345678910', '123456789a', '123456789q', '12345qwert',
  '123qwe123qwe', '1q2w3e4r5t', '1q2w3e4r5t6y', '1qaz2wsx3edc', '1qazxsw23edc', 'a123456789', 'aa123456789', 'abc123456789', 'abcd123456',
  'abcdefghij', 'adminadmin', 'administrator', 'asdfghjkl123', 'catedra123', 'catedra2026', 'changeme123', 'computer123', 'dinamo1948', 'dumnezeu123',
  'facebook123', 'football123', 'iloveyou123', 'letmein123', 'liceul1234', 'lozinka123', 'parola1234', 'parola12345', 'parola123456', 'parolamea1',
  'parolamea123', 'passw0rd123', 'password01', 'password1!', 'password12', 'password123', 'password1234', 'password12345', 'princess123',
  'profesoara', 'profesor123', 'profesor1234', 'q1w2e3r4t5', 'q1w2e3r4t5y6', 'qazwsxedcrfv', 'qwerty1234', 'qwerty12345', 'qwerty123456',
  'qwertyuiop', 'qwertyuiop123', 'romania123', 'romania1918', 'romania2026', 'samsung123', 'schimba-ma', 'schimbama1', 'scoala1234', 'secret1234',
  'sobolan123', 'steaua1986', 'superman123', 'te-iubesc1', 'teiubesc123', 'test123456', 'welcome123', 'zxcvbnm123',
])

/** Fewer different characters than this is a row of one key. */
const FEWEST_DIFFERENT = 5

/** What is wrong with a new password, or null. `own` is what others know of the person: name, address. */
export function passwordFault(password: string, own: string[]): PasswordFault | null {
  const length = [...password].length
  if (length < PASSWORD_SHORTEST) return 'short'
  if (length > PASSWORD_LONGEST) return 'long'
  const folded = password.normalize('NFKC').toLowerCase()
  const known = own.flatMap((text) => [text, text.split('@')[0] ?? '', text.replace(/\s+/g, '')]).map((text) => text.normalize('NFKC').toLowerCase())
  return common.has(folded) || known.includes(folded) || new Set(folded).size < FEWEST_DIFFERENT ? 'common' : null
}
