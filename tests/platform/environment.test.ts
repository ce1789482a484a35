import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { EnvironmentError, parseEnvironment } from '#app/platform/env.server.ts'

function refusal(source: Record<string, string>): string {
  try {
    parseEnvironment(source)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message
    throw error
  }
  return 'nothing refused'
}

test('an empty environment is a demonstration on this machine', () => {
  expect(parseEnvironment({})).toEqual({
    NODE_ENV: 'development',
    PORT: 3000,
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://localhost:3000',
    DATA_DIR: path.resolve('.data'),
    TRUST_PROXY: 0,
    MAIL_FROM: 'Catedra <catedra@localhost>',
    DEMO: true,
    LOG_LEVEL: 'info',
  })
})

test('a variable that is set to nothing is not set', () => {
  expect(parseEnvironment({ PORT: '', DATABASE_URL: '', DEMO: '' })).toEqual(parseEnvironment({}))
})

test('the public address follows the port and loses the slash at its end', () => {
  expect(parseEnvironment({ PORT: '4000' }).PUBLIC_URL).toBe('http://localhost:4000')
  expect(parseEnvironment({ PUBLIC_URL: 'https://catedra.example.ro/' }).PUBLIC_URL).toBe('https://catedra.example.ro')
})

test.each([
  ['1', 1],
  ['10.0.0.0/8, loopback', ['10.0.0.0/8', 'loopback']],
  ['2001:db8::1', ['2001:db8::1']],
])('the proxies %j are trusted', (text, trusted) => {
  expect(parseEnvironment({ TRUST_PROXY: text }).TRUST_PROXY).toEqual(trusted)
})

const production = { NODE_ENV: 'production', SIGNING_KEYS: '{"keys":[]}', PUBLIC_URL: 'https://catedra.example.ro' }

test('production shows no demonstration unless told to', () => {
  expect(parseEnvironment(production).DEMO).toBe(false)
  expect(parseEnvironment({ ...production, DEMO: 'on' }).DEMO).toBe(true)
  expect(parseEnvironment({ DEMO: 'off' }).DEMO).toBe(false)
})

test.each([
  [{ NODE_ENV: 'staging' }, 'NODE_ENV: read "staging", expected development, production or test'],
  [{ PORT: 'http' }, 'PORT: read "http", expected a port from 0 to 65535'],
  [{ PORT: '65536' }, 'PORT: read "65536", expected a port from 0 to 65535'],
  [{ PORT: '80.5' }, 'PORT: read "80.5", expected a port from 0 to 65535'],
  [{ PUBLIC_URL: 'catedra.ro' }, 'PUBLIC_URL: read "catedra.ro", expected an address such as https://catedra.example.ro'],
  [{ PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL: read "javascript:alert(1)", expected an address such as https://catedra.example.ro'],
  ...['yes', '-1', '1.5', '100', '10.0.0.0/99', '10.0.0.1,,', 'proxy.example.ro', '*'].map((text): [Record<string, string>, string] => [
    { TRUST_PROXY: text },
    `TRUST_PROXY: read "${text}", expected a number of proxies, or addresses and ranges such as 10.0.0.0/8,loopback`,
  ]),
  [{ DATABASE_URL: 'mysql://u:secret@h/d' }, 'DATABASE_URL: read a value that does not fit, expected an address such as postgres://user:password@host:5432/catedra'],
  [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL: read a value that does not fit, expected an address such as redis://host:6379'],
  [{ SMTP_URL: 'mail.example.ro' }, 'SMTP_URL: read a value that does not fit, expected an address such as smtp://user:password@host:587'],
  [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN: read a value that does not fit, expected at least 8 characters'],
  [{ DEMO: 'maybe' }, 'DEMO: read "maybe", expected on or off'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: read "loud", expected fatal, error, warn, info, debug, trace, silent'],
  [{ ...production, SIGNING_KEYS: '' }, 'SIGNING_KEYS: read nothing, expected a JWK set with private keys, newest first'],
  [{ ...production, PUBLIC_URL: '' }, 'PUBLIC_URL: read nothing, expected an address such as https://catedra.example.ro'],
])('%j is refused in one line that names the variable', (source, line) => {
  expect(refusal(source as Record<string, string>)).toBe(line)
})

test('no secret is told, however wrong', () => {
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL']) expect(refusal({ [name]: 'hunter2' })).not.toContain('hunter2')
})

test('the values that .env.example shows are good, and those that stand for a default are the default', () => {
  const shown = Object.fromEntries([...fs.readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]))
  const { PUBLIC_URL, DATABASE_URL, REDIS_URL, SMTP_URL, SIGNING_KEYS, ...defaults } = parseEnvironment(shown)
  expect({ ...defaults, PUBLIC_URL: 'http://localhost:3000' }).toEqual(parseEnvironment({}))
  expect([PUBLIC_URL, DATABASE_URL, REDIS_URL, SMTP_URL, SIGNING_KEYS]).not.toContain(undefined)
})
