// The components that an author may use, with all that each may carry. What is not named here reaches no lesson.
import { drawingName } from './drawing.ts'

/** Grows whenever the same source gives other HTML: by a change of the compiler's options, of the components or of their words. */
export const RENDERING_VERSION = 6

type Attribute = { kind: 'text' | 'minutes' | 'drawing' | readonly string[]; isRequired: boolean }

type ComponentRule = {
  attributes: Readonly<Record<string, Attribute>>
  /** Stands in a line of text; all others on lines of their own. */
  isInline?: true
  /** What it holds and nothing beside it. */
  holds?: 'list' | 'list of lines' | 'ordered list' | 'Before and After'
  /** The components it may stand in, directly; all others stand anywhere. */
  within?: readonly string[]
  /** At most once in a lesson. */
  isOnce?: true
  /** On the lesson's own level, in nothing else: what it holds is each reader's own. */
  isOwn?: true
}

const required: Attribute = { kind: 'text', isRequired: true }
const optional: Attribute = { kind: 'text', isRequired: false }

export const callouts = ['note', 'important', 'check'] as const
export type CalloutTone = (typeof callouts)[number]

export const palette = {
  Situation: { attributes: { title: required } },
  Callout: { attributes: { tone: { kind: callouts, isRequired: true }, title: optional } },
  Steps: { attributes: {}, holds: 'ordered list' },
  Example: { attributes: { title: required } },
  Compare: { attributes: {}, holds: 'Before and After' },
  Before: { attributes: { title: optional }, within: ['Compare'] },
  After: { attributes: { title: optional }, within: ['Compare'] },
  Checklist: { attributes: { title: required }, holds: 'list of lines', isOwn: true },
  Reflection: { attributes: { title: required }, isOwn: true },
  Activity: { attributes: { title: required, minutes: { kind: 'minutes', isRequired: true } } },
  Figure: { attributes: { file: { kind: 'drawing', isRequired: true }, alt: required } },
  Scenario: { attributes: { title: required } },
  Choice: { attributes: { label: required }, within: ['Scenario', 'Choice'] },
  Remember: { attributes: {}, holds: 'list', isOnce: true },
  Tomorrow: { attributes: {}, isOnce: true },
  Term: { attributes: { name: required }, isInline: true },
  Sources: { attributes: {}, holds: 'list', isOnce: true },
} as const satisfies Record<string, ComponentRule>

/** How often one may choose, one choice after the other. */
export const MOST_CHOICES_IN_A_ROW = 3

export type ComponentName = keyof typeof palette
export const componentNames = Object.keys(palette) as ComponentName[]

/** Null for every other name, those that all objects answer to among them. */
export function findComponentRule(name: string): ComponentRule | null {
  return Object.hasOwn(palette, name) ? palette[name as ComponentName] : null
}

export function findAttribute(rule: ComponentRule, name: string): Attribute | null {
  return (Object.hasOwn(rule.attributes, name) && rule.attributes[name]) || null
}

/** Why the value cannot stand there, or null when it can. */
export function refuseAttribute({ kind }: Attribute, value: string): string | null {
  if (kind === 'text') return value.trim() === '' ? 'Write a text.' : null
  if (kind === 'minutes') return /^[1-9]\d{0,2}$/.test(value) ? null : 'Write whole minutes in quotation marks, such as "25".'
  if (kind === 'drawing') return drawingName.test(value) ? null : 'Name a file beside the lesson, such as four-steps.svg: small letters, digits and hyphens.'
  return kind.includes(value) ? null : `Write one of ${kind.join(', ')}.`
}
