// Why entries were appended, for who reads the ledger: the kinds of facts recorded since the entries before.
import type { Facts } from './facts.ts'

type Kind = 'certificate' | 'revocation' | 'post' | 'merge'

/** Such as 'certificate' or 'post, revocation'; 'derived' when no fact is younger than `since`, null meaning from the beginning. */
export function nameCause(facts: Facts, since: Date | null): string {
  const recorded: [Kind, Date][] = [
    ...facts.certificates.map(({ recordedAt }): [Kind, Date] => ['certificate', recordedAt]),
    ...facts.certificates.flatMap(({ revocation }): [Kind, Date][] => (revocation ? [['revocation', revocation.recordedAt]] : [])),
    ...facts.posts.map(({ recordedAt }): [Kind, Date] => ['post', recordedAt]),
    ...facts.posts.flatMap(({ end }): [Kind, Date][] => (end ? [['post', end.recordedAt]] : [])),
    ...facts.merges.map(({ recordedAt }): [Kind, Date] => ['merge', recordedAt]),
  ]
  const kinds = new Set(recorded.filter(([, at]) => since === null || at > since).map(([kind]) => kind))
  return kinds.size === 0 ? 'derived' : [...kinds].sort().join(', ')
}
