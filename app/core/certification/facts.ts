// The facts of a completion as frozen when the last requirement was met. What is signed and printed is made from these alone.
import { z } from 'zod'
import { competenceCodes, competenceLevels, type CompetenceCode, type CompetenceLevel } from '../catalogue/competences.ts'
import type { Outcome } from '../catalogue/outline.ts'
import type { Day } from '../kernel/calendar.ts'
import { themes, type Theme } from '../kernel/dimensions.ts'
import type { Localized } from '../kernel/locale.ts'
import type { Serial } from './serial.ts'

export type CertificateFacts = {
  serial: Serial
  completionId: string
  personId: string
  courseId: string
  versionId: string
  holderName: string
  holderEmail: string
  courseTitle: Localized
  theme: Theme
  minutes: number
  scorePercent: number
  outcomes: readonly Outcome[]
  completedAt: Date
  effectiveOn: Day
  /** Last valid day; null: it does not expire. */
  validUntil: Day | null
  countsTowardIndicator: boolean
  recordedAt: Date
  statusListId: number
  statusIndex: number
}

const localized: z.ZodType<Localized> = z.object({ ro: z.string(), en: z.string().optional(), sv: z.string().optional() })

/** The columns that hold JSON or text from a closed set, as they come from the database. */
export const storedFacts = z.object({
  courseTitle: localized,
  theme: z.enum(themes) satisfies z.ZodType<Theme>,
  outcomes: z.array(z.object({ competence: z.enum(competenceCodes), level: z.enum(competenceLevels), text: localized })) satisfies z.ZodType<Outcome[]>,
})

/** Each competence once, at the highest level reached, in the order of the framework. */
export function highestLevels(outcomes: readonly Outcome[]): { competence: CompetenceCode; level: CompetenceLevel }[] {
  return competenceCodes.flatMap((competence) => {
    const levels = outcomes.filter((outcome) => outcome.competence === competence).map((outcome) => outcome.level)
    return levels.length === 0 ? [] : [{ competence, level: levels.reduce((high, level) => (competenceLevels.indexOf(level) > competenceLevels.indexOf(high) ? level : high)) }]
  })
}
