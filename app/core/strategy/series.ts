// The series that are counted: FCD-1 is 'any', FCD-2 is one series for each theme. Series overlap and never add up.
import type { Theme } from '../kernel/dimensions.ts'
import type { CertificateFact } from './facts.ts'

export const ANY_THEME = 'any'
export type Series = typeof ANY_THEME | Theme

/** The themes that the indicator is about. Others are shown as counts beside it. */
export const coreThemes: readonly Theme[] = ['digital_pedagogy', 'cyber_hygiene', 'data_protection']

/** Courses outside the core themes are too short to qualify: their certificates count for their own theme and nowhere else. */
export function seriesOf(certificate: Pick<CertificateFact, 'theme' | 'countsTowardIndicator'>): Series[] {
  if (certificate.countsTowardIndicator) return [ANY_THEME, certificate.theme]
  return coreThemes.includes(certificate.theme) ? [] : [certificate.theme]
}
