// The public page of a certificate for programs that ask for JSON.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { addresses, issuerDid } from '#app/core/certification/credential.ts'
import { findPublicCertificate } from '#app/features/certification/find-public-certificate.server.ts'
import { translator } from '#app/language/translate.ts'
import { answerJson, answerProblem } from '#app/platform/http/machine-readable.server.ts'
import { world } from '#app/platform/http/world.server.ts'

export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const found = await findPublicCertificate(world(), params['serial'] ?? '')
  if (!found.ok) return answerProblem(404, found.refusal === 'unknown' ? 'There is no certificate with this serial.' : 'This is not the serial of a certificate.')
  const { hash, statusListId, revocation, supersededOn, status, ...certificate } = found.value
  const { publicUrl } = world()
  return answerJson(
    {
      ...certificate,
      status,
      supersededOn: status === 'superseded' ? supersededOn : null,
      revokedOn: revocation?.effectiveOn ?? null,
      issuer: { id: issuerDid(publicUrl), name: translator('ro')('shell:brand'), url: publicUrl },
      documents: hash && {
        pdf: `${publicUrl}/certificates/${certificate.serial}.pdf`,
        jwt: addresses.credential(publicUrl, certificate.serial),
        jsonld: `${addresses.credential(publicUrl, certificate.serial)}.json`,
        statusList: addresses.statusList(publicUrl, statusListId),
      },
      checkedAt: (await world().clock()).toISOString(),
    },
    { cache: 'no-store' },
  )
}
