import { expect, test } from 'vitest'
import { mock } from '#app/core/assessment/mock.ts'
import { minutesOfRange, nextRangeAttempt, RANGE_DAYS } from '#app/core/assessment/range.ts'

const day = 86_400_000
const first = new Date('2026-11-22T10:00:00Z')
const taken = (number: number, at: Date) => ({ number, submittedAt: at, passed: false })

test('a range is open at first, then closed for ninety days to the instant, then open again', () => {
  expect(nextRangeAttempt([], first)).toEqual({ state: 'open', number: 1 })
  const again = new Date(first.getTime() + RANGE_DAYS * day)
  expect(nextRangeAttempt([taken(1, first)], new Date(again.getTime() - 1))).toEqual({ state: 'paused', number: 2, until: again })
  expect(nextRangeAttempt([taken(1, first)], again)).toEqual({ state: 'open', number: 2 })
})

test('the last time counts, in whatever order the times are known', () => {
  const second = new Date(first.getTime() + 100 * day)
  const until = new Date(second.getTime() + RANGE_DAYS * day)
  expect(nextRangeAttempt([taken(2, second), taken(1, first)], new Date(second.getTime() + day))).toEqual({ state: 'paused', number: 3, until })
})

test('a clock that was set back does not open a range', () => {
  expect(nextRangeAttempt([taken(1, first)], new Date(first.getTime() - day))).toMatchObject({ state: 'paused' })
})

test('minutes are whole', () => {
  expect([0, 1, 2, 5].map(minutesOfRange)).toEqual([0, 2, 3, 8])
})

const message = { kind: 'message', channel: 'email', from: 'Curierul', address: 'avize@curier.example', sent: 'luni, 9:10', body: ['Bună ziua'] }
const link = (to: string) => ({ ...message, body: [{ link: 'Vezi', to }] })
const login = (address: string) => ({ kind: 'login', address, title: 'Catalog', fields: ['Parola'], button: 'Intră' })

test.each([
  ['a mail', message],
  ['a text from a number', { ...message, channel: 'sms', address: '0700 000 012' }],
  ['a link', link('https://scoala.plata-taxe.example/a')],
  ['a page', login('https://EDU.ro.plata.EXAMPLE/x')],
  ['a page of the documentation domain', login('https://catalog.example.org')],
])('%s without an owner can be drawn', (_what, drawing) => {
  expect(mock.safeParse(drawing).success).toBe(true)
})

test.each([
  ['a sender that somebody owns', { ...message, address: 'office@dnsc.ro' }],
  ['a sender that only looks free', { ...message, address: 'a@example.ro' }],
  ['a host that ends like a free one', login('https://notexample')],
  ['a host with a free name before its end', login('https://curier.example.com.ro')],
  ['a link that somebody owns', link('https://google.com')],
  ['a link that is no address', link('curier.example')],
  ['a script', link('javascript:alert(1)')],
  ['user and password before the host', link('https://curier.example@evil.ro')],
  ['an empty drawing', { ...message, body: [] }],
  ['a field that nobody draws', { ...message, html: '<b>' }],
  ['an unknown kind', { kind: 'window' }],
])('%s cannot be drawn', (_what, drawing) => {
  expect(mock.safeParse(drawing).success).toBe(false)
})
