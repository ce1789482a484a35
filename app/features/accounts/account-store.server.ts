// Accounts, the people they belong to, and their sessions' rows.
import type { Role } from '#app/core/access/can.ts'
import { isLocale, sourceLocale, type Locale } from '#app/core/kernel/locale.ts'
import type { Queryable, Transaction } from '#app/platform/db.server.ts'

export type Account = { id: string; personId: string; name: string; email: string; role: Role; locale: Locale; passwordHash: string }

const columns = {
  id: true,
  personId: true,
  emailTyped: true,
  role: true,
  locale: true,
  passwordHash: true,
  person: { select: { name: true } },
} as const

type Row = { id: string; personId: string; emailTyped: string; role: Role; locale: string; passwordHash: string; person: { name: string } }

function fromRow({ emailTyped, person, locale, ...row }: Row): Account {
  return { ...row, name: person.name, email: emailTyped, locale: isLocale(locale) ? locale : sourceLocale }
}

/** One query whether there is an account or not: its time tells nothing. `email` as compared: see foldEmail. */
export async function findCredentials(db: Queryable, email: string): Promise<Pick<Account, 'id' | 'locale' | 'passwordHash'> | null> {
  const row = await db.account.findUnique({ where: { email }, select: { id: true, locale: true, passwordHash: true } })
  return row && { ...row, locale: isLocale(row.locale) ? row.locale : sourceLocale }
}

/** `email` as compared. */
export async function findAccountByEmail(db: Queryable, email: string): Promise<(Pick<Account, 'personId' | 'name' | 'email' | 'role'> & { createdAt: Date }) | null> {
  const row = await db.account.findUnique({ where: { email }, select: { personId: true, emailTyped: true, role: true, createdAt: true, person: { select: { name: true } } } })
  return row && { personId: row.personId, name: row.person.name, email: row.emailTyped, role: row.role, createdAt: row.createdAt }
}

/** Whether there is an account with another address than these, given as compared. */
export async function hasAccountBesides(db: Queryable, emails: string[]): Promise<boolean> {
  return (await db.account.findFirst({ where: { email: { notIn: emails } }, select: { id: true } })) !== null
}

export async function getAccount(db: Queryable, accountId: string): Promise<Account> {
  return fromRow(await db.account.findUniqueOrThrow({ where: { id: accountId }, select: columns }))
}

export type NewAccount = { name: string; email: string; emailTyped: string; passwordHash: string; role: Role; locale: Locale }

/** Fails as taken when the address has an account. */
export async function insertAccount(tx: Transaction, { name, ...account }: NewAccount): Promise<{ accountId: string; personId: string }> {
  const person = await tx.person.create({ data: { name }, select: { id: true } })
  const { id } = await tx.account.create({ data: { ...account, personId: person.id }, select: { id: true } })
  return { accountId: id, personId: person.id }
}

export async function setPassword(tx: Transaction, accountId: string, passwordHash: string): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { passwordHash } })
}

export async function setNameAndLocale(tx: Transaction, { personId, accountId, name, locale }: { personId: string; accountId: string; name: string; locale: Locale }): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { name } })
  await tx.account.update({ where: { id: accountId }, data: { locale } })
}

export async function endSessions(tx: Transaction, accountId: string): Promise<void> {
  await tx.session.deleteMany({ where: { accountId } })
}

export async function deleteSessionsEndedBefore(db: Queryable, instant: Date): Promise<number> {
  const { count } = await db.session.deleteMany({ where: { OR: [{ expiresAt: { lt: instant } }, { absoluteExpiresAt: { lt: instant } }] } })
  return count
}
