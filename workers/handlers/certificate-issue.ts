import { issueCertificate } from '#app/features/certification/issue-certificate.server.ts'
import type { JobPayload } from '#app/jobs/catalogue.ts'
import type { WorkerWorld } from '#workers/world.ts'

export async function handle(world: WorkerWorld, { certificateId }: JobPayload<'certificate.issue'>): Promise<void> {
  await issueCertificate(world, certificateId)
}
