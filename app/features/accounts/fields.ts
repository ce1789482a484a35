// What the account forms' fields accept. Messages are keys.
import { z } from 'zod'
import { readTokenName } from '#app/core/access/api-token.ts'
import { readEmail, readName } from '#app/core/access/identity.ts'
import { passwordFault, PASSWORD_LONGEST } from '#app/core/access/password.ts'
import { parseDay } from '#app/core/kernel/calendar.ts'
import { locales } from '#app/core/kernel/locale.ts'
import { textField } from '#app/core/kernel/text-field.ts'

const REQUIRED = 'shell:form.required'

/** A text as `read` understands it. */
function readBy<T>(read: (typed: string) => T | null, message: string) {
  return z.string(REQUIRED).transform((typed, context): T => {
    const value = typed.trim() === '' ? null : read(typed)
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: typed.trim() === '' ? REQUIRED : message })
    return z.NEVER
  })
}

export const nameField = readBy(readName, 'accounts:error.name')
export const emailField = readBy(readEmail, 'accounts:error.email')
export const localeField = z.enum(locales, 'accounts:error.locale')

/** A password to be compared: any, as long as somebody could have set it. */
export const knownPasswordField = z.string(REQUIRED).min(1, REQUIRED).max(PASSWORD_LONGEST * 4, 'accounts:error.wrong')

/** `own`: what others know of the person. */
function refuseWeak(password: string, own: string[], context: z.RefinementCtx, path: string[]): void {
  const fault = password === '' ? null : passwordFault(password, own)
  if (fault) context.addIssue({ code: 'custom', path, message: `accounts:error.password.${fault}` })
}

export const newPasswordField = z
  .string(REQUIRED)
  .min(1, REQUIRED)
  .superRefine((password, context) => refuseWeak(password, [], context, []))

export const signUpFields = z
  .object({ name: nameField, email: emailField, password: newPasswordField })
  .superRefine(({ name, email, password }, context) => refuseWeak(password, [name, email], context, ['password']))

export const apiTokenFields = z.object({ name: readBy(readTokenName, 'accounts:error.tokenName'), expiresOn: readBy((typed) => parseDay(typed.trim()), 'accounts:error.tokenEnd.shape') })

export const mergeFields = z.object({ from: emailField, into: emailField })

const REASON_LONGEST = 1000

/** The reason is kept in the audit: enough of it that somebody later understands. */
export const reasonField = textField(REASON_LONGEST, { missing: REQUIRED, long: 'shell:form.tooLong' })
