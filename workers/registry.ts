// Which handler keeps which promise: one for each job there is, or this does not compile.
import type { JobHandlers } from '#app/platform/queue.server.ts'
import { handle as issueCertificate } from './handlers/certificate-issue.ts'
import { handle as syncIndicator } from './handlers/indicator-sync.ts'
import { handle as sendMail } from './handlers/mail-send.ts'
import { handle as signStatusList } from './handlers/status-list-sign.ts'
import type { WorkerWorld } from './world.ts'

export function handlersIn(world: WorkerWorld): JobHandlers {
  return {
    'certificate.issue': (payload) => issueCertificate(world, payload),
    'status-list.sign': (payload) => signStatusList(world, payload),
    'indicator.sync': (payload) => syncIndicator(world, payload),
    'mail.send': (payload) => sendMail(world, payload),
  }
}
