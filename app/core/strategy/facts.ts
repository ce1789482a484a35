// All that the indicator depends on, each fact with the instant at which it was recorded. Facts are added, never changed.
import type { Day } from '../kernel/calendar.ts'
import type { Level, Residence, Theme } from '../kernel/dimensions.ts'

export type RevocationFact = {
  /** void: as if never issued; from_date: from that day on */
  effect: 'void' | 'from_date'
  effectiveOn: Day
  recordedAt: Date
}

export type CertificateFact = {
  id: string
  personId: string
  theme: Theme
  countsTowardIndicator: boolean
  effectiveOn: Day
  /** Last valid day; null when it does not expire. */
  validUntil: Day | null
  recordedAt: Date
  revocation: RevocationFact | null
}

export type PostFact = {
  id: string
  personId: string
  county: string
  residence: Residence
  level: Level | null
  isMain: boolean
  hoursPerWeek: number | null
  startsOn: Day
  recordedAt: Date
  /** The last day in the post and when that was recorded. */
  end: { endsOn: Day; recordedAt: Date } | null
}

/** From then on what `from` holds is counted as `into`'s. */
export type MergeFact = { from: string; into: string; recordedAt: Date }

/** The facts of people who were merged with one another, or of one person alone. */
export type Facts = { certificates: CertificateFact[]; posts: PostFact[]; merges: MergeFact[] }
