// What a credential says of its holder and of what was achieved: ids that lead nowhere else, and words in Romanian.
import { createHash } from 'node:crypto'
import type { CredentialFacts } from '#app/core/certification/credential.ts'
import type { CertificateFacts } from '#app/core/certification/facts.ts'
import { formatMinutes } from '#app/language/format.ts'
import { translator } from '#app/language/translate.ts'

type Described = Pick<CredentialFacts, 'email' | 'subjectId' | 'achievementId' | 'resultId' | 'title' | 'description' | 'criteria' | 'resultName'>

export function describeAchievement(certificate: CertificateFacts & { id: string }): Described {
  const t = translator('ro')
  const { holderEmail, outcomes } = certificate
  return {
    email: holderEmail === '' ? null : hashedEmail(holderEmail, certificate.id),
    // The same for all certificates of one person, and for nobody the key to anything in the register.
    subjectId: derivedId('subject', certificate.personId),
    achievementId: `urn:uuid:${certificate.versionId}`,
    resultId: derivedId('result', certificate.versionId),
    title: certificate.courseTitle.ro,
    description: t('certification:credential.description', {
      workload: formatMinutes(certificate.minutes),
      outcomes: outcomes.map(({ competence, level, text }) => `${text.ro} (DigCompEdu ${competence}, ${level})`).join('; '),
    }),
    criteria: t('certification:credential.criteria'),
    resultName: t('certification:credential.result'),
  }
}

/** Hashed as Open Badges 3.0 says: who knows the address can check it, nobody can read it. The salt repeats with the certificate. */
function hashedEmail(email: string, certificateId: string): { identityHash: string; salt: string } {
  const salt = sha256(`salt ${certificateId}`).slice(0, 32)
  return { identityHash: `sha256$${sha256(email + salt)}`, salt }
}

/** A UUID of version 8 (RFC 9562, 5.8) made of a digest: one way only. */
function derivedId(purpose: string, id: string): string {
  const digits = sha256(`${purpose} ${id}`)
  const variant = ((Number.parseInt(digits.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `urn:uuid:${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
