// What is said of the teacher-training indicator, field by field as /api/v1/indicators/teacher-training gives it.
import type { Day, Month } from '../kernel/calendar.ts'
import type { DenominatorMode } from './indicator-query.ts'

export const monthStates = [
  /** the month is not over */
  'current',
  /** over, and facts recorded late may still change it */
  'provisional',
  'final',
] as const
export type MonthState = (typeof monthStates)[number]

/** Null is what is not known, or not said: never nothing. */
export type Figures = {
  /** Distinct people at the end of the month. */
  certified: number | null
  staff: number | null
  /** One decimal; above 100 the denominator is to be checked. */
  percent: number | null
}

export type BreakdownRow = Figures & { key: string; name: string; suppressed: boolean }

export type IndicatorView = {
  indicator: 'teacher-training'
  code: string
  definitionVersion: number
  strategy: string | null
  strategyStatus: string | null
  month: Month
  state: MonthState
  asOf: string
  denominator: { mode: DenominatorMode; date: Day | null; source: string | null }
  national: Figures & { target: number | null }
  series: { month: Month; certified: number | null; newlyCertified: number | null; certificatesIssued: number | null }[]
  breakdown: BreakdownRow[]
}

/** More certified people than staff: shown as it is, with the advice to check the denominator. */
export function isAboveStaff({ certified, staff }: Pick<Figures, 'certified' | 'staff'>): boolean {
  return certified !== null && staff !== null && certified > staff
}
