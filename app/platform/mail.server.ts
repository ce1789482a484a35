// Outgoing mail, by SMTP or as files under DATA_DIR. The same id is the same message: the same Message-ID, by which mailboxes
// drop the second copy, and the same file.
import fs from 'node:fs/promises'
import path from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Environment } from './env.server.ts'

export type OutgoingMail = { id: string; to: string; subject: string; text: string }

export type MailTransport = {
  /** Returns when a mail server has taken it, or the file is on the disk. @throws when neither */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** Of ids that are file names too. */
const idShape = /^[\w-]{1,64}$/
const ANSWER_WITHIN_MS = 15_000

export function openMail(env: Pick<Environment, 'SMTP_URL' | 'MAIL_FROM' | 'DATA_DIR' | 'PUBLIC_URL'>): MailTransport {
  const host = new URL(env.PUBLIC_URL).hostname
  const compose = ({ id, to, subject, text }: OutgoingMail): SendMailOptions => {
    if (!idShape.test(id)) throw new Error('A mail id is 1 to 64 letters, digits, - or _')
    return {
      messageId: `<${id}@${host}>`,
      from: env.MAIL_FROM,
      // As an object it is one address, whatever commas are in it.
      to: { name: '', address: to },
      subject,
      text,
      // RFC 3834: no holiday replies to us.
      headers: { 'Auto-Submitted': 'auto-generated' },
    }
  }
  return env.SMTP_URL ? openSmtp(env.SMTP_URL, compose) : openFolder(path.join(env.DATA_DIR, 'mail'), compose)
}

type Compose = (mail: OutgoingMail) => SendMailOptions

/** What is in a mail is text: no file and no address named in it is ever read. */
const textOnly = { disableFileAccess: true, disableUrlAccess: true }

function openSmtp(url: string, compose: Compose): MailTransport {
  const transport = createTransport({ url, pool: true, maxConnections: 2, connectionTimeout: ANSWER_WITHIN_MS, greetingTimeout: ANSWER_WITHIN_MS, socketTimeout: ANSWER_WITHIN_MS, ...textOnly })
  return {
    send: async (mail) => void (await transport.sendMail(compose(mail))),
    close: () => transport.close(),
  }
}

function openFolder(folder: string, compose: Compose): MailTransport {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...textOnly })
  return {
    async send(mail) {
      const { message } = await transport.sendMail(compose(mail))
      await fs.mkdir(folder, { recursive: true })
      await writeWhole(path.join(folder, `${mail.id}.eml`), readable(String(message), mail.text))
    },
    close() {},
  }
}

/** The composed head over the text as it is: these files are read by people, who want their links whole. */
function readable(message: string, text: string): string {
  const [head = ''] = message.split('\r\n\r\n', 1)
  return `${head.replace(/^Content-Transfer-Encoding: .*$/m, 'Content-Transfer-Encoding: 8bit')}\r\n\r\n${text.replace(/\r?\n/g, '\r\n')}`
}

/** The file is there whole or not at all, also after a crash. */
async function writeWhole(file: string, content: string): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`
  const handle = await fs.open(unfinished, 'w')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await fs.rename(unfinished, file)
}
