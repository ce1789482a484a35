// The words of each kind of mail, from ids alone, in the language of the account. Fixed texts; no person is named in a subject line.
import type { Locale } from '#app/core/kernel/locale.ts'
import { describeCertificate } from '#app/features/certification/describe-certificate.server.ts'
import { formatDay } from '#app/language/format.ts'
import { translator } from '#app/language/translate.ts'
import type { SigningKeys } from '#app/platform/keys.server.ts'
import type { World } from '#app/platform/world.server.ts'
import type { UnsentMail } from './mail-store.server.ts'
import { setResetToken } from './password-reset-store.server.ts'
import type { MailKind } from './request-mail.server.ts'
import { deriveResetToken, hashResetToken, resetEndsAfter } from './reset-token.server.ts'

type ComposeWorld = Pick<World, 'db' | 'clock' | 'publicUrl'> & { keys: Pick<SigningKeys, 'deriveSecret'> }
export type MailWords = { subject: string; text: string }
type Compose = (world: ComposeWorld, subjectId: string, locale: Locale) => Promise<MailWords | null>

const composers: Record<MailKind, Compose> = {
  'certificate-issued': async (world, certificateId, locale) => {
    const certificate = await describeCertificate(world, certificateId, locale)
    if (!certificate) return null
    const t = translator(locale)
    const { serial, title, validUntil } = certificate
    const validity = validUntil === null ? t('mail:certificateIssued.noEnd') : t('mail:certificateIssued.validUntil', { day: formatDay(validUntil, locale) })
    return { subject: t('mail:certificateIssued.subject'), text: t('mail:certificateIssued.text', { title, serial, validity, link: verifyLink(world, serial), site: world.publicUrl }) }
  },

  'certificate-revoked': async (world, certificateId, locale) => {
    const certificate = await describeCertificate(world, certificateId, locale)
    if (!certificate?.revocation) return null
    const t = translator(locale)
    const { serial, title, revocation } = certificate
    const reason = t(`mail:certificateRevoked.reason.${revocation.reason}`)
    const effect = t(`mail:certificateRevoked.effect.${revocation.effect}`, { day: formatDay(revocation.effectiveOn, locale) })
    return { subject: t('mail:certificateRevoked.subject'), text: t('mail:certificateRevoked.text', { title, serial, reason, effect, link: verifyLink(world, serial), site: world.publicUrl }) }
  },

  // The link lives from the sending on: a mail server that was down takes nothing of its time.
  'password-reset': async (world, resetId, locale) => {
    const token = deriveResetToken(world.keys.deriveSecret('password-reset'), resetId)
    const tokenHash = hashResetToken(token)
    if (!tokenHash || !(await setResetToken(world.db, resetId, tokenHash, resetEndsAfter(await world.clock())))) return null
    const t = translator(locale)
    return { subject: t('mail:passwordReset.subject'), text: t('mail:passwordReset.text', { link: `${world.publicUrl}/password-reset/${token}`, site: world.publicUrl }) }
  },
}

function verifyLink(world: ComposeWorld, serial: string): string {
  return `${world.publicUrl}/verify/${serial}`
}

/** Null when there is nothing to tell any more. */
export async function composeMail(world: ComposeWorld, mail: UnsentMail, locale: Locale): Promise<MailWords | null> {
  return composers[mail.kind as MailKind](world, mail.subjectId, locale)
}
