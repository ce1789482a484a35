// Facts written short for the tests of the indicator: days as text, and only what a test is about.
import type { Day } from '#app/core/kernel/calendar.ts'
import type { CertificateFact, Facts, MergeFact, PostFact, RevocationFact } from '#app/core/strategy/facts.ts'

/** Noon in Bucharest, near enough, on the day; or the instant itself. */
export function at(text: string): Date {
  return new Date(text.length === 10 ? `${text}T10:00:00Z` : text)
}

export type CertificateIn = Partial<Omit<CertificateFact, 'effectiveOn' | 'validUntil' | 'recordedAt' | 'revocation'>> & {
  effectiveOn: string
  validUntil?: string
  recordedAt?: string
  revoked?: { effect: RevocationFact['effect']; effectiveOn: string; recordedAt: string }
}

export function certificate({ effectiveOn, validUntil, recordedAt = effectiveOn, revoked, ...rest }: CertificateIn): CertificateFact {
  return {
    id: `certificate of ${effectiveOn}`,
    personId: 'ana',
    theme: 'digital_pedagogy',
    countsTowardIndicator: true,
    ...rest,
    effectiveOn: effectiveOn as Day,
    validUntil: (validUntil ?? null) as Day | null,
    recordedAt: at(recordedAt),
    revocation: revoked ? { effect: revoked.effect, effectiveOn: revoked.effectiveOn as Day, recordedAt: at(revoked.recordedAt) } : null,
  }
}

export type PostIn = Partial<Omit<PostFact, 'startsOn' | 'recordedAt' | 'end'>> & { startsOn?: string; recordedAt?: string; endsOn?: string; endRecordedAt?: string }

/** Without more, a primary school post in rural Bacău since 2020. */
export function post({ startsOn = '2020-09-01', recordedAt = startsOn, endsOn, endRecordedAt = endsOn, ...rest }: PostIn = {}): PostFact {
  return {
    id: `post of ${startsOn}`,
    personId: 'ana',
    county: 'RO-BC',
    residence: 'rural',
    level: 'primary',
    isMain: true,
    hoursPerWeek: null,
    ...rest,
    startsOn: startsOn as Day,
    recordedAt: at(recordedAt),
    end: endsOn && endRecordedAt ? { endsOn: endsOn as Day, recordedAt: at(endRecordedAt) } : null,
  }
}

export function merge(from: string, into: string, recordedAt: string): MergeFact {
  return { from, into, recordedAt: at(recordedAt) }
}

export function facts(given: Partial<Facts>): Facts {
  return { certificates: [], posts: [], merges: [], ...given }
}
