// mail.send: sends one mail once.
import { sendMail } from '#app/features/accounts/send-mail.server.ts'
import type { JobPayload } from '#app/jobs/catalogue.ts'
import type { WorkerWorld } from '#workers/world.ts'

export async function handle(world: WorkerWorld, payload: JobPayload<'mail.send'>): Promise<void> {
  await sendMail(world, payload.mailId)
}
