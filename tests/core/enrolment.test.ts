import { expect, test } from 'vitest'
import { decideEnrolment, enrolmentState, renewableFrom, type CertificateFacts, type EnrolmentDecision, type LatestEnrolment } from '#app/core/enrolment/enrolment.ts'
import type { Day } from '#app/core/kernel/calendar.ts'

const today = '2026-11-22' as Day
const completed = (validUntil: string | null, revokedFrom: string | null = null): LatestEnrolment => ({ round: 2, state: 'completed', certificate: { validUntil, revokedFrom } as CertificateFacts })

test.each<[string, LatestEnrolment | null, EnrolmentDecision]>([
  ['nobody yet', null, { kind: 'begin', round: 1 }],
  ['enrolled', { round: 1, state: 'active' }, { kind: 'already', round: 1 }],
  ['withdrawn', { round: 1, state: 'withdrawn' }, { kind: 'resume', round: 1 }],
  ['certified without end', completed(null), { kind: 'refused', refusal: 'certificate-valid', from: null }],
  ['certified for long', completed('2031-11-22'), { kind: 'refused', refusal: 'certificate-valid', from: '2031-08-24' as Day }],
  ['91 days before the last valid day', completed('2027-02-21'), { kind: 'refused', refusal: 'certificate-valid', from: '2026-11-23' as Day }],
  ['90 days before the last valid day', completed('2027-02-20'), { kind: 'begin', round: 3 }],
  ['expired', completed('2026-11-21'), { kind: 'begin', round: 3 }],
  ['revoked', completed(null, '2026-11-22'), { kind: 'begin', round: 3 }],
  ['revoked with effect tomorrow', completed(null, '2026-11-23'), { kind: 'refused', refusal: 'certificate-valid', from: '2026-11-23' as Day }],
])('%s', (_, latest, decision) => {
  expect(decideEnrolment(latest, today)).toEqual(decision)
})

test('a renewal opens at the earlier of revocation and the last 90 days', () => {
  expect(renewableFrom({ validUntil: '2030-06-30' as Day, revokedFrom: '2027-01-15' as Day })).toBe('2027-01-15')
  expect(renewableFrom({ validUntil: '2030-06-30' as Day, revokedFrom: '2030-06-15' as Day })).toBe('2030-04-01')
})

test.each([
  [{ withdrawnAt: null, isCompleted: false }, 'active'],
  [{ withdrawnAt: new Date(), isCompleted: false }, 'withdrawn'],
  [{ withdrawnAt: new Date(), isCompleted: true }, 'completed'],
])('%j is %s', (facts, state) => {
  expect(enrolmentState(facts)).toBe(state)
})
