// Mail as files, and what no mail may be made to do.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openMail } from '#app/platform/mail.server.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-mail-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const mail = openMail({ DATA_DIR: folder, SMTP_URL: undefined, MAIL_FROM: 'Catedra <catedra@example.ro>', PUBLIC_URL: 'https://catedra.example.ro:8443' })
const letter = { id: '0199-a', to: 'ana@example.org', subject: 'Certificatul dumneavoastră este gata: Școala și țara', text: 'Bună, Ștefan!\n\nhttps://catedra.example.ro/verify/ABCDEFGHJKMNPQRSTVWXYZ0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456789?a=1\n' }

const read = (id: string) => fs.readFileSync(path.join(folder, 'mail', `${id}.eml`), 'utf8')

test('a mail is a file that people can read, with its letters and links whole', async () => {
  await mail.send(letter)
  expect(read(letter.id)).toContain('Bună, Ștefan!\r\n\r\nhttps://catedra.example.ro/verify/ABCDEFGHJKMNPQRSTVWXYZ0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456789?a=1')
  expect(read(letter.id)).toMatch(/^To: ana@example\.org\r$/m)
  expect(read(letter.id)).toMatch(/^Message-ID: <0199-a@catedra\.example\.ro>\r$/m)
  expect(read(letter.id)).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m)
})

test('a mail sent twice is one file', async () => {
  await mail.send(letter)
  await mail.send(letter)
  expect(fs.readdirSync(path.join(folder, 'mail')).filter((name) => name.startsWith(letter.id))).toEqual([`${letter.id}.eml`])
})

test('an address or a subject brings no header and no second recipient of its own', async () => {
  await mail.send({ ...letter, id: 'injected', to: 'ana@example.org\r\nBcc: eve@example.org, mallory@example.org', subject: 'Da\r\nBcc: eve@example.org' })
  expect(read('injected')).not.toMatch(/^Bcc:/im)
  expect(read('injected').match(/^To: .*$/m)?.[0]).not.toMatch(/,(?![^"]*")/)
})

test('a mail id is no path', async () => {
  await expect(mail.send({ ...letter, id: '../../etc/passwd' })).rejects.toThrow('mail id')
})
