// Sessions by Lucia. The database holds the SHA-256 of the cookie's token: Lucia's ids are hashed on their way in and out.
import { createHash, randomBytes } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia'
import type { Actor, Role } from '#app/core/access/can.ts'
import { can, type Action } from '#app/core/access/can.ts'
import { world } from './world.server.ts'

/** Ends a session that nobody uses, and one that is used every day. */
const IDLE_DAYS = 14
const LONGEST_DAYS = 30
const DAY_MS = 24 * 3600 * 1000

type SessionRow = { id: string; account_id: string; expires_at: Date; person_id: string; role: Role; name: string; email: string; locale: string }

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

const adapter: Adapter = {
  async getSessionAndUser(token) {
    const { rows } = await world().pool.query<SessionRow>({
      name: 'session',
      text: `select s.id, s.account_id, s.expires_at, a.person_id, a.role, p.name, a.email_typed as email, a.locale
             from session s join account a on a.id = s.account_id join person p on p.id = a.person_id
             where s.id = $1 and s.absolute_expires_at > now()`,
      values: [hashToken(token)],
    })
    const row = rows[0]
    if (!row) return [null, null]
    return [
      { id: token, userId: row.account_id, expiresAt: row.expires_at, attributes: {} },
      { id: row.account_id, attributes: { personId: row.person_id, role: row.role, name: row.name, email: row.email } },
    ]
  },
  async getUserSessions() {
    // Tokens cannot be had back from their hashes.
    return []
  },
  async setSession(session: DatabaseSession) {
    await world().db.session.create({
      data: { id: hashToken(session.id), accountId: session.userId, expiresAt: session.expiresAt, absoluteExpiresAt: new Date(Date.now() + LONGEST_DAYS * DAY_MS) },
    })
  },
  async updateSessionExpiration(token, expiresAt) {
    await world().db.session.update({ where: { id: hashToken(token) }, data: { expiresAt } })
  },
  async deleteSession(token) {
    await world().db.session.deleteMany({ where: { id: hashToken(token) } })
  },
  async deleteUserSessions(accountId) {
    await world().db.session.deleteMany({ where: { accountId } })
  },
  async deleteExpiredSessions() {
    await world().db.session.deleteMany({ where: { OR: [{ expiresAt: { lte: new Date() } }, { absoluteExpiresAt: { lte: new Date() } }] } })
  },
}

const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(IDLE_DAYS, 'd'),
  // __Host-: this origin alone, over TLS; browsers treat localhost as such.
  sessionCookie: { name: '__Host-session', attributes: { secure: true, sameSite: 'lax', path: '/' } },
  getUserAttributes: ({ personId, role, name, email }) => ({ personId, role, name, email }),
})

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
    DatabaseUserAttributes: { personId: string; role: Role; name: string; email: string }
  }
}

export type SignedIn = { actor: Actor; name: string; email: string }

/** Who is asking, or null. One read a request. */
export async function findSignedIn(request: Request): Promise<SignedIn | null> {
  const known = seen.get(request)
  if (known) return known
  const looking = lookUp(request)
  seen.set(request, looking)
  return looking
}

const seen = new WeakMap<Request, Promise<SignedIn | null>>()

async function lookUp(request: Request): Promise<SignedIn | null> {
  const token = lucia.readSessionCookie(request.headers.get('cookie') ?? '')
  if (!token) return null
  const { session, user } = await lucia.validateSession(token)
  if (!session) return null
  return { actor: { accountId: user.id, personId: user.personId, role: user.role }, name: user.name, email: user.email }
}

export async function findActor(request: Request): Promise<Actor | null> {
  return (await findSignedIn(request))?.actor ?? null
}

/** The actor, or a redirect to the sign-in page that comes back here. */
export async function requireActor(request: Request): Promise<Actor> {
  const actor = await findActor(request)
  if (actor) return actor
  const { pathname, search } = new URL(request.url)
  const back = request.method === 'GET' ? `${pathname}${search}` : '/courses'
  throw redirect(`/login?${new URLSearchParams({ next: back }).toString()}`)
}

/** The actor, if the rule of access lets them; else 403. */
export async function requireCan<A extends Action>(request: Request, action: A, subject: Parameters<typeof can<A>>[2]): Promise<Actor> {
  const actor = await requireActor(request)
  if (!can(actor, action, subject)) throw new Response(null, { status: 403 })
  return actor
}

/** Begins a new session and gives its cookie; a session that the request came with ends. */
export async function beginSession(request: Request, accountId: string): Promise<string> {
  const old = lucia.readSessionCookie(request.headers.get('cookie') ?? '')
  if (old) await lucia.invalidateSession(old)
  const token = randomBytes(32).toString('base64url')
  const session = await lucia.createSession(accountId, {}, { sessionId: token })
  return lucia.createSessionCookie(session.id).serialize()
}

/** Ends the session of this request; gives the cookie that clears it. */
export async function endSession(request: Request): Promise<string> {
  const token = lucia.readSessionCookie(request.headers.get('cookie') ?? '')
  if (token) await lucia.invalidateSession(token)
  return lucia.createBlankSessionCookie().serialize()
}

/** Where to go after signing in: an address of this site or the catalogue. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])[\w\-./?=&%#]*$/.test(next) ? next : '/courses'
}
