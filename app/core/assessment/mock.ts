// What a question of a range shows: a drawn message, login page, permission prompt or password field. Nothing real is imitated and
// nothing leads anywhere: hosts are those that RFC 2606 and RFC 6761 keep free of owners.
import { z } from 'zod'

export const channels = ['email', 'sms', 'chat'] as const

const text = z.string().trim().min(1)
const texts = z.array(text).min(1)

const OWNERLESS = /(?:^|\.)(?:example|invalid|test|example\.(?:com|org|net))$/

function isOwnerless(host: string): boolean {
  return OWNERLESS.test(host.toLowerCase())
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : ''
}

const page = text.refine((address) => isOwnerless(hostOf(address)), 'leads to a host that somebody may own.')
/** A mail address or a telephone number. */
const sender = text.refine((address) => !address.includes('@') || isOwnerless(address.slice(address.lastIndexOf('@') + 1)), 'is at a host that somebody may own.')

/** A line of a message: words, or a link with where it would lead. */
const line = z.union([text, z.strictObject({ link: text, to: page })])

export const mock = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('message'),
    channel: z.enum(channels),
    from: text,
    address: sender,
    subject: text.optional(),
    sent: text,
    body: z.array(line).min(1),
    attachments: texts.optional(),
  }),
  z.strictObject({ kind: z.literal('login'), address: page, title: text, text: text.optional(), fields: texts, button: text }),
  z.strictObject({ kind: z.literal('permission'), app: text, text, asks: texts, buttons: texts }),
  z.strictObject({ kind: z.literal('password'), label: text, values: texts }),
])
export type Mock = z.infer<typeof mock>

/** The drawing in Romanian and each other language that the question is in. */
export const localizedMock = z.object({ ro: mock, en: mock.optional(), sv: mock.optional() })
export type LocalizedMock = z.infer<typeof localizedMock>
