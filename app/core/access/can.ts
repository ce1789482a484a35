// The only rule of access: who may do what to whom. Every route and use case asks here.
export const roles = ['teacher', 'trainer', 'analyst', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Whoever is signed in. Nobody is null. */
export type Actor = { accountId: string; personId: string; role: Role }

/** What a rule needs to know of the thing asked for: whose it is. */
type Owned = { personId: string }

type Rules = {
  /** enrol, read, answer, withdraw: for oneself */
  'enrolment.use': Owned
  'profile.edit': Owned
  /** see the list of one's certificates; a single one is public to who holds its serial */
  'certificates.list': Owned
  'certificate.revoke': null
  /** exact figures by cell; the public sees protected ones */
  'indicator.exact': null
  'ministry.read': null
  'accounts.merge': null
}

export type Action = keyof Rules

const rules: { [A in Action]: (actor: Actor, subject: Rules[A]) => boolean } = {
  'enrolment.use': owns,
  'profile.edit': owns,
  'certificates.list': owns,
  'certificate.revoke': (actor) => actor.role === 'administrator',
  'indicator.exact': isAnalyst,
  'ministry.read': isAnalyst,
  'accounts.merge': (actor) => actor.role === 'administrator',
}

function owns(actor: Actor, subject: Owned): boolean {
  return actor.personId === subject.personId
}

function isAnalyst(actor: Actor): boolean {
  return actor.role === 'analyst' || actor.role === 'administrator'
}

export function can<A extends Action>(actor: Actor | null, action: A, subject: Rules[A]): boolean {
  return actor !== null && rules[action](actor, subject)
}
