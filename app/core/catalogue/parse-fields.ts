// Reads a mapping field by field, so that one wrong field hides neither the others nor their faults.
import { z } from 'zod'
import type { Localized } from '../kernel/locale.ts'
import type { Path, Problem } from './fault.ts'

/** A field: what it may hold and what to do when it holds something else. */
type Field<S extends z.ZodType = z.ZodType> = { schema: S; cure: string }
export type Fields = Record<string, Field>
export type Parsed<F extends Fields> = { [K in keyof F]: z.infer<F[K]['schema']> }

export function field<S extends z.ZodType>(schema: S, cure: string): Field<S> {
  return { schema, cure }
}

/** Whole minutes of somebody's time; nothing in a course takes more than a working day. */
export const minutes = z.int().min(1).max(480)

/** For ever the same: it stands in certificates and progress. */
export const identity = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/)

/** A part of an address. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(80)

/** A text that is not empty. */
export const text = z.string().trim().min(1)

/** A text in Romanian and in whatever other languages it is written. */
export const localizedText: z.ZodType<Localized> = z.strictObject({ ro: text, en: text.optional(), sv: text.optional() })

/** The fields that hold what they may, and a problem for each of the others. */
export function parseFields<F extends Fields>(fields: F, value: unknown, path: Path = []): { known: Partial<Parsed<F>>; problems: Problem[] } {
  if (!isMapping(value)) {
    const message = `${nameOf(path)} is ${show(value)}, not a mapping of fields.`
    return { known: {}, problems: [{ path, on: 'value', message, cure: `Write these fields: ${Object.keys(fields).join(', ')}.` }] }
  }
  const known: Record<string, unknown> = {}
  const problems: Problem[] = Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => unknownField([...path, name], Object.keys(fields)))
  for (const [name, { schema, cure }] of Object.entries(fields)) {
    const own = Object.hasOwn(value, name) ? value[name] : undefined
    const parsed = schema.safeParse(own)
    if (parsed.success) known[name] = parsed.data
    else problems.push(...parsed.error.issues.flatMap((issue) => explain(issue, own, [...path, name], cure)))
  }
  return { known: known as Partial<Parsed<F>>, problems }
}

/** All fields, or null when one of them is missing. For fields of which none may be undefined. */
export function whole<F extends Fields>(fields: F, known: Partial<Parsed<F>>): Parsed<F> | null {
  return Object.keys(fields).every((name) => name in known) ? (known as Parsed<F>) : null
}

function explain(issue: z.core.$ZodIssue, value: unknown, path: Path, cure: string): Problem[] {
  const within = issue.path.filter((part): part is string | number => typeof part !== 'symbol')
  const at = [...path, ...within]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((name) => unknownField([...at, name], []))
  const found = within.reduce<unknown>((outer, part) => (outer as Record<string | number, unknown> | null)?.[part], value)
  // A name of a field that is itself refused stands in the same place as what it holds.
  if (issue.code === 'invalid_key') return [{ path: at, on: 'key', message: `"${String(at.at(-1))}" cannot be a name here.`, cure }]
  if (issue.code === 'custom') return [{ path: at, on: 'value', message: `${nameOf(at)} ${issue.message}`, cure }]
  return [{ path: at, on: 'value', message: found === undefined ? `${nameOf(at)} is missing.` : `${nameOf(at)} is ${show(found)}.`, cure }]
}

function unknownField(path: Path, known: readonly string[]): Problem {
  const cure = known.length > 0 ? `Remove it or correct its name; known are ${known.join(', ')}.` : 'Remove it or correct its name.'
  return { path, on: 'key', message: `${nameOf(path)} is not a field here.`, cure }
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** As an author would say it: minutes.quiz of the second module is `modules[2].minutes.quiz`. */
export function nameOf(path: Path): string {
  if (path.length === 0) return 'The file'
  return `"${path.map((part, index) => (typeof part === 'number' ? `[${part + 1}]` : index === 0 ? part : `.${part}`)).join('')}"`
}

/** Shortened: a fault is one line. */
function show(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'empty'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'a mapping'
  const shown = JSON.stringify(value)
  return shown.length > 60 ? `${shown.slice(0, 57)}…"` : shown
}
