// Sessions by Lucia. The database holds the SHA-256 of the cookie's token, so a copy of it lets nobody in, and its clock says when a session ends.
import { createHash, randomBytes } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia'
import type { Actor, Role } from '#app/core/access/can.ts'
import { can, type Action } from '#app/core/access/can.ts'
import { oncePerRequest } from './request-scope.server.ts'
import { world } from './world.server.ts'

/** Ends a session that nobody uses. */
const IDLE_DAYS = 14
/** A teacher comes back to a course within weeks, often from a machine of their own. */
const LONGEST_TEACHING_HOURS = 30 * 24
/** A working day, used or not: staff see exact figures and revoke certificates, and sign in each morning. */
const LONGEST_STAFF_HOURS = 12
/** Ends a session in any case, also one that is used every day. */
const longestHours: Record<Role, number> = { teacher: LONGEST_TEACHING_HOURS, trainer: LONGEST_TEACHING_HOURS, analyst: LONGEST_STAFF_HOURS, administrator: LONGEST_STAFF_HOURS }

/** __Host-: this origin alone, over TLS; Chromium and Firefox treat localhost as such. */
const COOKIE = '__Host-session'
/** 32 random bytes in base64url. */
const tokenInCookies = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{43})(?:;|$)`)

type SessionRow = { account_id: string; expires_at: Date; person_id: string; role: Role; name: string; email: string }

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

const adapter: Adapter = {
  async getSessionAndUser(token) {
    const { rows } = await world().pool.query<SessionRow>({
      name: 'session',
      text: `select s.account_id, s.expires_at, a.person_id, a.role, p.name, a.email_typed as email
             from session s join account a on a.id = s.account_id join person p on p.id = a.person_id
             where s.id = $1 and s.expires_at > now() and s.absolute_expires_at > now()`,
      values: [hashToken(token)],
    })
    const row = rows[0]
    if (!row) return [null, null]
    return [
      { id: token, userId: row.account_id, expiresAt: row.expires_at, attributes: { longestHours: longestHours[row.role] } },
      { id: row.account_id, attributes: { personId: row.person_id, role: row.role, name: row.name, email: row.email } },
    ]
  },
  getUserSessions() {
    // Tokens cannot be had back from their hashes.
    return Promise.resolve([])
  },
  async setSession(session: DatabaseSession) {
    await world().pool.query(
      `insert into session (id, account_id, expires_at, absolute_expires_at) values ($1, $2, now() + $3 * interval '1 day', now() + $4 * interval '1 hour')`,
      [hashToken(session.id), session.userId, IDLE_DAYS, session.attributes.longestHours],
    )
  },
  async updateSessionExpiration(token) {
    await world().pool.query(`update session set expires_at = now() + $2 * interval '1 day' where id = $1`, [hashToken(token), IDLE_DAYS])
  },
  async deleteSession(token) {
    await world().pool.query('delete from session where id = $1', [hashToken(token)])
  },
  async deleteUserSessions(accountId) {
    await world().pool.query('delete from session where account_id = $1', [accountId])
  },
  async deleteExpiredSessions() {
    await world().pool.query('delete from session where expires_at <= now() or absolute_expires_at <= now()')
  },
}

const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(IDLE_DAYS, 'd'),
  sessionCookie: { name: COOKIE, attributes: { secure: true, sameSite: 'lax', path: '/' } },
  getUserAttributes: ({ personId, role, name, email }) => ({ personId, role, name, email }),
})

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
    DatabaseSessionAttributes: { longestHours: number }
    DatabaseUserAttributes: { personId: string; role: Role; name: string; email: string }
  }
}

/** Lucia's own reader throws on a stray percent sign in any cookie. */
function readToken(request: Request): string | null {
  return tokenInCookies.exec(request.headers.get('cookie') ?? '')?.[1] ?? null
}

export type SignedIn = { actor: Actor; name: string; email: string }

/** Who is asking, or null. One read a request. */
export function findSignedIn(request: Request): Promise<SignedIn | null> {
  return oncePerRequest('signed-in', () => lookUp(request))
}

async function lookUp(request: Request): Promise<SignedIn | null> {
  const token = readToken(request)
  if (!token) return null
  const { session, user } = await lucia.validateSession(token)
  if (!session) return null
  return { actor: { accountId: user.id, personId: user.personId, role: user.role }, name: user.name, email: user.email }
}

export async function findActor(request: Request): Promise<Actor | null> {
  return (await findSignedIn(request))?.actor ?? null
}

/** The actor, or a redirect to the sign-in page that comes back here, or to `back`. */
export async function requireActor(request: Request, back = pageOf(request)): Promise<Actor> {
  const actor = await findActor(request)
  if (actor) return actor
  throw redirect(`/login?${new URLSearchParams({ next: back }).toString()}`)
}

/** A form cannot be sent again by coming back. */
function pageOf(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return request.method === 'GET' ? `${pathname}${search}` : FIRST_PAGE
}

/** The actor, if the rule of access lets them; else 403. Who is not signed in comes back here, or to `back`. */
export async function requireCan<A extends Action>(request: Request, action: A, subject: Parameters<typeof can<A>>[2], back?: string): Promise<Actor> {
  const actor = await requireActor(request, back)
  if (!can(actor, action, subject)) throw new Response(null, { status: 403 })
  return actor
}

/** Begins a new session and gives its cookie; a session that the request came with ends. */
export async function beginSession(request: Request, accountId: string): Promise<string> {
  const old = readToken(request)
  if (old) await lucia.invalidateSession(old)
  const longest = longestHours[await readRole(accountId)]
  const session = await lucia.createSession(accountId, { longestHours: longest }, { sessionId: randomBytes(32).toString('base64url') })
  const cookie = lucia.createSessionCookie(session.id)
  // The cookie lasts as long as the session can; the database alone says when it ends.
  cookie.attributes.maxAge = longest * 3600
  return cookie.serialize()
}

async function readRole(accountId: string): Promise<Role> {
  const { rows } = await world().pool.query<{ role: Role }>('select role from account where id = $1', [accountId])
  if (!rows[0]) throw new Error(`There is no account ${accountId}`)
  return rows[0].role
}

/** Ends the session of this request; gives the cookie that clears it. */
export async function endSession(request: Request): Promise<string> {
  const token = readToken(request)
  if (token) await lucia.invalidateSession(token)
  return lucia.createBlankSessionCookie().serialize()
}

/** Ends every session of the account, in whatever browser; gives the cookie that clears this one's. */
export async function endEverySession(accountId: string): Promise<string> {
  await lucia.invalidateUserSessions(accountId)
  return lucia.createBlankSessionCookie().serialize()
}

const FIRST_PAGE = '/courses'
const LONGEST_ADDRESS = 2_000

/** Where to go after signing in: an address of this site as it was given, or the catalogue. */
export function safeNext(next: string | null): string {
  if (next === null || next.length > LONGEST_ADDRESS || !/^\/(?![/\\])[\w\-./?=&%#+]*$/.test(next)) return FIRST_PAGE
  // '/.//elsewhere' has the right shape and resolves to a path that a browser would take for another host.
  return new URL(next, 'https://here.invalid').pathname.startsWith('//') ? FIRST_PAGE : next
}
