// The environment, read once and checked whole: a missing or malformed variable stops the start with one line that names it.
import fs from 'node:fs'
import path from 'node:path'
import proxyaddr from 'proxy-addr'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const switchedOn = z.enum(['on', 'off', 'true', 'false', '1', '0']).transform((value) => ['on', 'true', '1'].includes(value))

function areRanges(texts: string[]): boolean {
  try {
    proxyaddr.compile(texts)
    // A mere number would be taken for an address.
    return !texts.some((text) => /^\d+$/.test(text))
  } catch {
    return false
  }
}

/** How many proxies stand before the site, or which: addresses, ranges, or proxy-addr's names for ranges. */
const trustedProxies = z.string().transform((text, context): number | string[] => {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const ranges = text.split(',').map((range) => range.trim())
  if (areRanges(ranges)) return ranges
  context.addIssue({ code: 'custom' })
  return z.NEVER
})

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    PORT: port.default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    TRUST_PROXY: trustedProxies.default(0),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().min(3).default('Catedra <catedra@localhost>'),
    SIGNING_KEYS: z.string().min(2).optional(),
    METRICS_TOKEN: z.string().min(8).optional(),
    DEMO: switchedOn.optional(),
    LOG_LEVEL: z.enum(logLevels).default('info'),
  })
  .superRefine((env, context) => {
    if (env.NODE_ENV !== 'production') return
    if (!env.SIGNING_KEYS) context.addIssue({ code: 'custom', path: ['SIGNING_KEYS'] })
    if (!env.PUBLIC_URL) context.addIssue({ code: 'custom', path: ['PUBLIC_URL'] })
  })

const expected: Record<string, string> = {
  NODE_ENV: 'development, production or test',
  PORT: 'a port from 0 to 65535',
  PUBLIC_URL: 'an address such as https://catedra.example.ro',
  TRUST_PROXY: 'a number of proxies, or addresses and ranges such as 10.0.0.0/8,loopback',
  DATABASE_URL: 'an address such as postgres://user:password@host:5432/catedra',
  REDIS_URL: 'an address such as redis://host:6379',
  SMTP_URL: 'an address such as smtp://user:password@host:587',
  SIGNING_KEYS: 'a JWK set with private keys, newest first',
  METRICS_TOKEN: 'at least 8 characters',
  DEMO: 'on or off',
  LOG_LEVEL: logLevels.join(', '),
}
const secret = new Set(['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'SIGNING_KEYS', 'METRICS_TOKEN'])

export type Environment = ReturnType<typeof parseEnvironment>

/** A variable that stops the start. `message` is one line: its name, what was read, what is expected. */
export class EnvironmentError extends Error {}

/** @throws EnvironmentError */
export function parseEnvironment(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0] ?? 'environment')
    const read = given[name] === undefined ? 'nothing' : secret.has(name) ? 'a value that does not fit' : JSON.stringify(given[name])
    throw new EnvironmentError(`${name}: read ${read}, expected ${expected[name] ?? issue?.message ?? 'another value'}`)
  }
  const env = parsed.data
  return {
    ...env,
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    DATA_DIR: path.resolve(env.DATA_DIR),
    DEMO: env.DEMO ?? env.NODE_ENV !== 'production',
  }
}

/** Every variable there is. */
export const variables = Object.keys(schema.shape)

let current: Environment | undefined

/** The environment of this process; what a file .env says counts where a variable is not set. @throws EnvironmentError */
export function environment(): Environment {
  if (!current && fs.existsSync('.env')) process.loadEnvFile('.env')
  current ??= parseEnvironment(process.env)
  return current
}

/** What a child process is started with: this process's variables and the given ones over them. */
export function childEnvironment(extra: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...extra }
}
