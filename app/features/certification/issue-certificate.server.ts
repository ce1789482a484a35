// Issues a recorded certificate: makes its documents from the frozen facts, then in one transaction stores them, marks it issued
// and asks for the mail. Killed anywhere, run again or run at once, there is one of each, with the same bytes.
import { inTransaction } from '#app/platform/db.server.ts'
import { requestMail } from '#app/features/accounts/request-mail.server.ts'
import { findAccountId, findCertificate, lockPending, setIssued } from './certificate-store.server.ts'
import { insertDocuments } from './document-store.server.ts'
import { signStatusList, type IssuerWorld } from './sign-status-list.server.ts'
import { writeDocuments } from './write-documents.server.ts'

export async function issueCertificate(world: IssuerWorld, certificateId: string): Promise<void> {
  const certificate = await findCertificate(world.db, certificateId)
  if (!certificate) return world.log.warn({ certificateId }, 'asked to issue a certificate that is not there')
  if (certificate.isIssued) return
  // Whoever checks the new certificate finds its list.
  await signStatusList(world, certificate.statusListId)
  const documents = await writeDocuments(world, certificate)
  const at = await world.clock()
  await inTransaction(world.db, async (tx) => {
    if (!(await lockPending(tx, certificateId))) return
    await insertDocuments(tx, certificateId, documents)
    await setIssued(tx, certificateId, at)
    const accountId = await findAccountId(tx, certificate.personId)
    if (accountId) await requestMail(tx, { kind: 'certificate-issued', subjectId: certificateId, accountId })
  })
}
