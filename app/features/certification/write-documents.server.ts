// The documents of a certificate, from its frozen facts and the issuer's keys alone: the same bytes each time.
import { addresses, issuerDid, jwtPayload, writeCredential } from '#app/core/certification/credential.ts'
import type { CertificateFacts } from '#app/core/certification/facts.ts'
import { wholeSeconds } from '#app/core/certification/validity.ts'
import { translator } from '#app/language/translate.ts'
import { signJsonLd, signJwt } from '#app/platform/credential.server.ts'
import type { SigningKeys } from '#app/platform/keys.server.ts'
import { renderPdf } from '#app/platform/pdf.server.ts'
import { describeAchievement } from './describe-achievement.server.ts'
import { hashOf, type Documents } from './document-store.server.ts'
import { layOutPaper, paperTemplate } from './lay-out-paper.server.ts'

type Certificate = CertificateFacts & { id: string }
type Issuer = { publicUrl: string; keys: Pick<SigningKeys, 'rsa' | 'ed25519'> }

export async function writeDocuments({ publicUrl, keys }: Issuer, certificate: Certificate): Promise<Documents> {
  const issuer = { origin: publicUrl, name: translator('ro')('shell:brand') }
  const credential = writeCredential({ ...certificate, ...describeAchievement(certificate) }, issuer)
  const jwt = Buffer.from(await signJwt(jwtPayload(credential), keys.rsa, addresses.key(publicUrl, keys.rsa.kid)))
  const proof = { did: issuerDid(publicUrl), created: wholeSeconds(certificate.recordedAt) }
  return {
    jwt,
    jsonld: Buffer.from(await signJsonLd(credential, keys.ed25519, proof)),
    pdf: renderPdf(paperTemplate(), layOutPaper(certificate, { ...issuer, hash: hashOf(jwt) })),
  }
}
