// A text of any number of lines, as a form sends it and the database can keep it.
import { z } from 'zod'
import { cleanText } from '../assessment/open-answer.ts'

/** Messages are keys. */
export function textField(longest: number, { missing, long }: { missing: string; long: string }) {
  return z.string(missing).transform(cleanText).pipe(z.string().min(1, missing).max(longest, long))
}
