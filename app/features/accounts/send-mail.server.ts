// Sends a mail that was asked for, once: nothing happens when it was sent or somebody else is sending it. A crash between
// sending and noting it sends the same message again, with the same id.
import type { SigningKeys } from '#app/platform/keys.server.ts'
import { ifAlone } from '#app/platform/exclusive.server.ts'
import type { MailTransport } from '#app/platform/mail.server.ts'
import type { OpenWorld } from '#app/platform/world.server.ts'
import { getAccount } from './account-store.server.ts'
import { composeMail } from './compose-mail.server.ts'
import { deleteMail, findUnsentMail, setSent } from './mail-store.server.ts'

export type MailWorld = Pick<OpenWorld, 'db' | 'pool' | 'clock' | 'publicUrl'> & { keys: Pick<SigningKeys, 'deriveSecret'>; mail: Pick<MailTransport, 'send'> }

/** @throws when no mail server takes it */
export async function sendMail(world: MailWorld, mailId: string): Promise<void> {
  await ifAlone(world.pool, `mail ${mailId}`, async () => {
    const mail = await findUnsentMail(world.db, mailId)
    if (!mail) return
    const account = await getAccount(world.db, mail.accountId)
    const words = await composeMail(world, mail, account.locale)
    if (!words) return deleteMail(world.db, mailId)
    await world.mail.send({ id: mail.id, to: account.email, ...words })
    await setSent(world.db, mailId, await world.clock())
  })
}
