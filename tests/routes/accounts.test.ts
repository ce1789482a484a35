import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createAccount } from '#app/features/accounts/create-account.server.ts'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { inRequest } from '#app/platform/http/request-scope.server.ts'
import { beginSession, findSignedIn, safeNext } from '#app/platform/http/session.server.ts'
import { useWorld } from '#app/platform/http/world.server.ts'
import * as login from '#app/routes/accounts/login.tsx'
import * as logout from '#app/routes/accounts/logout.ts'
import * as newPassword from '#app/routes/accounts/password-reset-token.tsx'
import * as passwordReset from '#app/routes/accounts/password-reset.tsx'
import * as profile from '#app/routes/accounts/profile.tsx'
import * as sessions from '#app/routes/accounts/sessions.ts'
import * as signup from '#app/routes/accounts/signup.tsx'
import { createActor } from '#tests/factories/person.ts'
import { openTestWorld } from '#tests/setup/world.ts'
import { at, caught, cookieOf, postTo } from '#tests/setup/requests.ts'
import { openSite } from '#tests/setup/site.ts'

const world = await openTestWorld()
useWorld(world)
await loadReferenceData(world)
const site = await openSite('accounts')

const password = 'corect cal baterie'
let count = 0
const newEmail = () => `ana${++count}@example.org`

async function signUp(email = newEmail(), headers: Record<string, string> = {}) {
  const answer = await signup.action(postTo('/signup', { name: 'Ana Pop', email, password }, headers))
  return { email, answer, cookie: cookieOf(answer, '__Host-session') }
}

describe('a session', () => {
  test('begins with an account, in a cookie that only this origin and no script reads', async () => {
    const { answer } = await signUp()
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('/courses')
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-session=[\w-]{43}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax; Secure$/)
  })

  test('is in the database as a hash that is no cookie', async () => {
    const { cookie } = await signUp()
    const token = cookie.split('=')[1] ?? ''
    expect(await world.db.session.count({ where: { id: token } })).toBe(0)
    const id = createHash('sha256').update(token).digest('hex')
    expect(await world.db.session.count({ where: { id } })).toBe(1)
    expect(await findSignedIn(at('/', { cookie: `__Host-session=${id.slice(0, 43)}` }).request)).toBe(null)
    expect(await findSignedIn(at('/', { cookie: `__Host-session=${id}` }).request)).toBe(null)
    expect(await findSignedIn(at('/', { cookie }).request)).toMatchObject({ name: 'Ana Pop', actor: { role: 'teacher' } })
  })

  test('is another one after signing in, and the one before is over', async () => {
    const { email, cookie } = await signUp()
    const answer = await login.action(postTo('/login', { email, password }, { cookie }))
    const next = cookieOf(answer, '__Host-session')
    expect(next).not.toBe(cookie)
    expect(await findSignedIn(at('/', { cookie }).request)).toBe(null)
    expect(await findSignedIn(at('/', { cookie: next }).request)).not.toBe(null)
  })

  test('that somebody else planted is not the one that begins', async () => {
    const planted = `__Host-session=${'x'.repeat(43)}`
    const { cookie } = await signUp(newEmail(), { cookie: planted })
    expect(cookie).not.toBe(planted)
    expect(await findSignedIn(at('/', { cookie: planted }).request)).toBe(null)
  })

  test('ends by signing out, at once, and its cookie is cleared', async () => {
    const { cookie } = await signUp()
    const answer = await logout.action(postTo('/logout', {}, { cookie }))
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-session=; .*Max-Age=0/)
    expect(await findSignedIn(at('/', { cookie }).request)).toBe(null)
    expect((await logout.action(postTo('/logout', {}))).status).toBe(302)
  })

  const age = (cookie: string, sql: string) => world.pool.query(`update session set ${sql} where id = $1`, [createHash('sha256').update(cookie.split('=')[1] ?? '').digest('hex')])
  const idleDays = async (cookie: string) => {
    const { rows } = await world.pool.query<{ days: number }>(`select extract(epoch from expires_at - now()) / 86400 as days from session where id = $1`, [createHash('sha256').update(cookie.split('=')[1] ?? '').digest('hex')])
    return Math.round(Number(rows[0]?.days))
  }

  test('lasts fourteen days from its last use and thirty in all', async () => {
    const { cookie } = await signUp()
    expect(await idleDays(cookie)).toBe(14)
    await age(cookie, `expires_at = now() + interval '5 days'`)
    expect(await findSignedIn(at('/', { cookie }).request)).not.toBe(null)
    expect(await idleDays(cookie)).toBe(14)

    await age(cookie, `absolute_expires_at = now() - interval '1 second'`)
    expect(await findSignedIn(at('/', { cookie }).request)).toBe(null)
    const { rows } = await world.pool.query<{ days: number }>('select max(extract(epoch from absolute_expires_at - created_at)) / 86400 as days from session where absolute_expires_at > now()')
    expect(Math.round(Number(rows[0]?.days))).toBe(30)
  })

  test('that nobody used for fourteen days is over', async () => {
    const { cookie } = await signUp()
    await age(cookie, `expires_at = now() - interval '1 second'`)
    expect(await findSignedIn(at('/', { cookie }).request)).toBe(null)
  })

  test.each([
    ['teacher', 30 * 24],
    ['trainer', 30 * 24],
    ['analyst', 12],
    ['administrator', 12],
  ] as const)('of role %s lasts %d hours at most, however it is used, and so does its cookie', async (role, hours) => {
    const { accountId } = await createActor(world, role)
    const line = await beginSession(at('/login').request, accountId)
    expect(line).toContain(`; Max-Age=${hours * 3600};`)
    const cookie = line.split(';')[0] ?? ''
    const grownOlder = (by: string) => world.pool.query(`update session set absolute_expires_at = absolute_expires_at - $2::interval where account_id = $1`, [accountId, by])
    await grownOlder(`${hours} hours -1 minutes`)
    expect(await findSignedIn(at('/', { cookie }).request)).not.toBe(null)
    await grownOlder('1 minute')
    expect(await findSignedIn(at('/', { cookie }).request)).toBe(null)
  })

  test('ends with all others of its account, and no one else’s, by one button of the profile', async () => {
    const { email, cookie } = await signUp()
    const other = cookieOf(await login.action(postTo('/login', { email, password })), '__Host-session')
    const { cookie: somebody } = await signUp()
    expect(await site.read('/profile', { cookie, 'accept-language': 'en' })).toMatch(/action="\/profile\/sessions".*Sign out everywhere/s)
    const answer = await sessions.action(postTo('/profile/sessions', {}, { cookie }))
    expect(answer.headers.get('location')).toBe('/login')
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-session=; .*Max-Age=0/)
    for (const ended of [cookie, other]) expect(await findSignedIn(at('/', { cookie: ended }).request)).toBe(null)
    expect(await findSignedIn(at('/', { cookie: somebody }).request)).not.toBe(null)
    const again = await caught(sessions.action(postTo('/profile/sessions', {}, { cookie })))
    expect(again.headers.get('location')).toBe('/login?next=%2Fprofile')
    expect((await caught((async () => sessions.loader())())).status).toBe(404)
  })

  test('that ends while it is being prolonged is no error', async () => {
    const { cookie } = await signUp()
    await age(cookie, `expires_at = now() + interval '1 day'`)
    await Promise.all([findSignedIn(at('/', { cookie }).request), logout.action(postTo('/logout', {}, { cookie })), findSignedIn(at('/', { cookie }).request)])
    expect(await findSignedIn(at('/', { cookie }).request)).toBe(null)
  })

  test('is looked up once a request, however many ask', async () => {
    const { cookie } = await signUp()
    const looks: string[] = []
    const query = world.pool.query.bind(world.pool)
    useWorld({ ...world, pool: new Proxy(world.pool, { get: (pool, key) => (key === 'query' ? (...args: Parameters<typeof query>) => (looks.push(''), query(...args)) : Reflect.get(pool, key)) }) })
    const people = await inRequest('203.0.113.9', () => Promise.all([findSignedIn(at('/', { cookie }).request), findSignedIn(at('/', { cookie }).request)]))
    useWorld(world)
    expect(people[0]).toEqual(people[1])
    expect(people[0]).not.toBe(null)
    expect(looks).toHaveLength(1)
  })

  test.each(['a=%zz', '__Host-session=%zz', '__Host-session', '__Host-session=', '=;;=;', 'a='.repeat(4000), `__Host-session=${'é'.repeat(43)}`, '__Host-session=\u00ff'])('is not begun by the cookies %j, and nothing fails', async (cookie) => {
    expect(await findSignedIn(at('/', { cookie }).request)).toBe(null)
  })

  test('is found beside other cookies', async () => {
    const { cookie } = await signUp()
    expect(await findSignedIn(at('/', { cookie: `a=%zz; ${cookie}; lang=ro` }).request)).not.toBe(null)
  })
})

describe('signing in', () => {
  test('comes back to the page that asked for it', async () => {
    const { email } = await signUp()
    const asked = await caught(profile.loader(at('/profile?saved=post')))
    expect(asked.headers.get('location')).toBe('/login?next=%2Fprofile%3Fsaved%3Dpost')
    const answer = await login.action(postTo('/login', { email, password, next: '/profile?saved=post' }))
    expect(answer.headers.get('location')).toBe('/profile?saved=post')
  })

  test.each(['/login', '/signup'])('at %s still comes back to that page after a refusal', async (path) => {
    const page = await (await site.post(path, new URLSearchParams({ next: '/certificates' }))).text()
    expect(page).toContain('name="next" value="/certificates"')
    expect(page).toMatch(/href="\/(login|signup)\?next=%2Fcertificates"/)
    expect(await (await site.post(path, new URLSearchParams({ next: '//evil.example' }))).text()).toContain('name="next" value="/courses"')
  })

  test('opens a refused form at what is wrong', async () => {
    expect(await (await site.post('/login', new URLSearchParams({ email: '' }))).text()).toMatch(/<div class="error-summary"[^>]* autofocus=""/)
  })

  test('or a new password is offered to who signs up with an address that has an account', async () => {
    const { email } = await signUp()
    expect(await (await site.post('/signup', new URLSearchParams({ name: 'Ana Pop', email, password }))).text()).toContain('href="/password-reset"')
    expect(await site.read('/signup')).not.toContain('href="/password-reset"')
  })

  test('answers a wrong password and an unknown address with the same bytes', async () => {
    const { email } = await signUp()
    const [wrong, unknown] = await Promise.all([email, newEmail()].map((asked) => login.action(postTo('/login', { email: asked, password: 'another one' }))))
    expect(wrong?.status).toBe(422)
    expect(unknown?.status).toBe(422)
    const texts = await Promise.all([wrong, unknown].map(async (answer) => (await answer?.text())?.replace(/ana\d+@example\.org/, '')))
    expect(texts[0]).toBe(texts[1])
  })

  test('is refused for a while after five wrong passwords, in words and in a header', async () => {
    const { email } = await signUp()
    for (let n = 0; n < 5; n++) expect((await login.action(postTo('/login', { email, password: 'wrong' }))).status).toBe(422)
    const answer = await login.action(postTo('/login', { email, password }))
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await answer.json()).toEqual({ values: { email, next: '/courses' }, errors: { form: 'accounts:error.throttledSignIn' } })
    const headers = login.headers({ actionHeaders: answer.headers, loaderHeaders: new Headers(), parentHeaders: new Headers(), errorHeaders: undefined })
    expect(headers).toEqual({ 'retry-after': answer.headers.get('retry-after') })
  })

  test('brings the language of the account where none was chosen', async () => {
    const email = newEmail()
    await createAccount(world, { name: 'Ana Pop', email, password, role: 'teacher', locale: 'sv' })
    expect(cookieOf(await login.action(postTo('/login', { email, password })), 'lang')).toBe('lang=sv')
    expect(cookieOf(await login.action(postTo('/login', { email, password }, { cookie: 'lang=en' })), 'lang')).toBe('')
  })

  test('is not offered to who is signed in', async () => {
    const { cookie } = await signUp()
    for (const page of [login, signup]) expect((await page.loader(at('/login?next=/profile', { cookie }))).headers.get('location')).toBe('/profile')
  })
})

test('after signing in, an address of this site is gone to as it was given', () => {
  for (const next of ['/courses/x?a=1&b=%20#c', '/courses?q=a+b', '/', '/verify/ABC-1']) expect(safeNext(next)).toBe(next)
})

test.each([
  ...['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/.//evil.example', '/a/..//evil.example', '/\tevil', '/\nSet-Cookie: a=b', '', ' /courses', '/é', '/@evil'],
  ...[`/${'a'.repeat(2000)}`, 'data:text/html,x', '\\\\evil', '/%0d%0aLocation:x y'],
])('after signing in, %j leads to the courses', (next) => {
  expect(safeNext(next)).toBe('/courses')
})

test('a reset link’s page tells no other site its address, and a used link is a 404 in words', async () => {
  expect(newPassword.headers({} as never)).toEqual({ 'referrer-policy': 'no-referrer' })
  const page = await newPassword.loader({ ...at('/password-reset/x'), params: { token: 'x' } })
  expect(page.status).toBe(404)
  expect(await page.json()).toMatchObject({ isOpen: false })
})

test('asking for a reset link answers alike for a known and an unknown address', async () => {
  const { email } = await signUp()
  const answers = await Promise.all([email, newEmail()].map((asked) => passwordReset.action(postTo('/password-reset', { email: asked }))))
  for (const answer of answers) expect([answer.status, answer.headers.get('location'), await answer.text()]).toEqual([302, '/password-reset?sent=1', ''])
})
