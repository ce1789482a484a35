// How long a lesson takes: to read it, and to do what its components ask for.
import type { ComponentName } from './palette.ts'

/**
 * Read to be used: with new concepts, drawing conclusions for one's own class. For such reading the workload estimator of Barre,
 * Brown and Esarey (Wake Forest University) gives 65 to 130 words a minute; this is its middle. Read through once, a text of this
 * kind goes by at 238 (M. Brysbaert, Journal of Memory and Language 109, 2019).
 */
export const WORDS_A_MINUTE = 100

/** What is done beside reading. An activity is done in class: its minutes are the module's, not the lesson's. */
const doing: Record<ComponentName, number> = {
  Situation: 0,
  Callout: 0,
  /** Gone through once for a case of one's own. */
  Steps: 3,
  /** Worked through line by line. */
  Example: 2,
  /** The difference is found before it is read. */
  Compare: 1,
  Before: 0,
  After: 0,
  /** Each box is looked up in one's own work. */
  Checklist: 2,
  /** Answered in writing: some eighty words, twenty a minute. */
  Reflection: 4,
  Activity: 0,
  /** Chosen; what follows from each choice is among the words. */
  Scenario: 1,
  Choice: 0,
  /** Followed with the eyes. */
  Figure: 1,
  /** Said again without looking. */
  Remember: 1,
  /** Decided when and with whom. */
  Tomorrow: 1,
  Term: 0,
  Sources: 0,
}

/** Most adults read 175 to 300 words a minute (Brysbaert again): what takes one of them 12 minutes takes another 20. */
const LEAST_SHARE = 0.6

/** One at least. @param components the names of those that stand in the lesson, each as often as it does */
export function measureMinutes(words: number, components: readonly string[]): number {
  const spent = components.reduce((sum, name) => sum + (Object.hasOwn(doing, name) ? doing[name as ComponentName]! : 0), 0)
  return Math.max(1, words / WORDS_A_MINUTE + spent)
}

/** Whether neither is too small a share of the other. */
export function isFairlyDeclared(declared: number, measured: number): boolean {
  return Math.min(declared, measured) >= LEAST_SHARE * Math.max(declared, measured)
}
