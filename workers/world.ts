// What a worker may touch: what a use case may, and what only a worker may: the private keys and the way out for mail.
import type { Environment } from '#app/platform/env.server.ts'
import { openKeys, type SigningKeys } from '#app/platform/keys.server.ts'
import { openMail, type MailTransport } from '#app/platform/mail.server.ts'
import { openWorld, type OpenWorld, type World } from '#app/platform/world.server.ts'

export type WorkerWorld = World & Pick<OpenWorld, 'pool'> & { keys: SigningKeys; mail: MailTransport }
export type OpenWorkerWorld = WorkerWorld & OpenWorld

/** At most ten are held for long, by what recurs and by mails under way; the rest take turns with transactions. */
const CONNECTIONS = 14

export function openWorkerWorld(env: Environment): OpenWorkerWorld {
  const keys = openKeys(env)
  const mail = openMail(env)
  const world = openWorld(env, 'worker', { connections: CONNECTIONS })
  return {
    ...world,
    keys,
    mail,
    async close() {
      mail.close()
      await world.close()
    },
  }
}
