// What forms about certificates ask for, parsed. Errors are message keys.
import { z } from 'zod'
import { revocationEffects, revocationReasons } from '#app/core/certification/revocation.ts'
import { parseSerial } from '#app/core/certification/serial.ts'
import { parseDay } from '#app/core/kernel/calendar.ts'
import { textField } from '#app/core/kernel/text-field.ts'

const NOTE_LONGEST = 1000

/** A serial as typed, or the address on which it stands. */
export const serialFields = z.object({
  serial: z
    .string('certification:error.serialMissing')
    .trim()
    .min(1, 'certification:error.serialMissing')
    .max(300, 'certification:error.serial')
    .transform((typed, context) => {
      const serial = parseSerial(typed.replace(/^.*\/verify\//i, ''))
      if (serial) return serial
      context.addIssue({ code: 'custom', message: 'certification:error.serial' })
      return z.NEVER
    }),
})

/** A day is asked for only where the revocation begins on one. */
export const revocationFields = z
  .object({
    reason: z.enum(revocationReasons, 'certification:error.reason'),
    effect: z.enum(revocationEffects, 'certification:error.effect'),
    effectiveOn: z.string().trim().max(20, 'certification:error.day').default(''),
    note: textField(NOTE_LONGEST, { missing: 'certification:error.note', long: 'certification:error.noteLong' }),
  })
  .transform((fields, context) => {
    const effectiveOn = fields.effect === 'from_date' && fields.effectiveOn !== '' ? parseDay(fields.effectiveOn) : null
    if (fields.effect === 'from_date' && effectiveOn === null) {
      context.addIssue({ code: 'custom', path: ['effectiveOn'], message: fields.effectiveOn === '' ? 'certification:error.date_missing' : 'certification:error.day' })
      return z.NEVER
    }
    return { ...fields, effectiveOn }
  })
