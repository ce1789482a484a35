// Whatever is typed or sent: an answer in words, never a failure, and nothing half done.
import { beforeEach, describe, expect, test } from 'vitest'
import { createAccount } from '#app/features/accounts/create-account.server.ts'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { useWorld } from '#app/platform/http/world.server.ts'
import * as login from '#app/routes/accounts/login.tsx'
import * as logout from '#app/routes/accounts/logout.ts'
import * as newPassword from '#app/routes/accounts/password-reset-token.tsx'
import * as passwordReset from '#app/routes/accounts/password-reset.tsx'
import * as post from '#app/routes/accounts/post.tsx'
import * as profile from '#app/routes/accounts/profile.tsx'
import * as signup from '#app/routes/accounts/signup.tsx'
import { createSchool } from '#tests/factories/person.ts'
import { badValues } from '#tests/factories/bad-values.ts'
import { at, caught, cookieOf, postTo } from '#tests/setup/requests.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
useWorld(world)
await loadReferenceData(world)

const password = 'corect cal baterie'
await createAccount(world, { name: 'Ana Pop', email: 'ana@example.org', password, role: 'teacher', locale: 'ro' })
const cookie = cookieOf(await login.action(postTo('/login', { email: 'ana@example.org', password })), '__Host-session')
const school = await createSchool(world, { countyCode: 'RO-VS' })

type Args = ReturnType<typeof at>
type Form = { action: (args: Args) => Promise<Response>; path: string; good: Record<string, string>; headers?: Record<string, string>; params?: Record<string, string> }

const forms: Record<string, Form> = {
  signup: { action: signup.action, path: '/signup', good: { name: 'Ana Pop', email: 'ana@example.org', password, next: '/courses' } },
  login: { action: login.action, path: '/login', good: { email: 'nobody@example.org', password, next: '/courses' } },
  'password reset': { action: passwordReset.action, path: '/password-reset', good: { email: 'nobody@example.org' } },
  'new password': { action: newPassword.action, path: '/password-reset/x', good: { password }, params: { token: 'x'.repeat(43) } },
  profile: { action: profile.action, path: '/profile', good: { name: 'Ana Pop', locale: 'ro' }, headers: { cookie } },
  post: { action: post.action, path: '/profile/post', good: { school, level: 'primary', startsOn: '2026-02-30' }, headers: { cookie } },
}

/** The answer, returned or thrown; anything else that is thrown fails the test. */
async function ask(form: Form, args: Args): Promise<Response> {
  try {
    return await form.action({ ...args, params: form.params ?? {} })
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}

beforeEach(() => world.db.throttle.deleteMany())

describe.each(Object.entries(forms))('%s', { timeout: 60_000 }, (_name, form) => {
  test.each(Object.keys(form.good))('takes any value for %s', async (field) => {
    for (const value of badValues) {
      const answer = await ask(form, postTo(form.path, { ...form.good, [field]: value }, form.headers))
      expect([302, 404, 422, 429], JSON.stringify(value)).toContain(answer.status)
      if (answer.status === 302) expect(answer.headers.get('location'), JSON.stringify(value)).toMatch(/^\/(?!\/)/)
      else expect(await answer.text(), JSON.stringify(value)).not.toContain('"password":"corect')
    }
  })

  test('takes fields that are missing, doubled, foreign or files', async () => {
    const doubled: [string, string][] = [...Object.entries(form.good), ...Object.entries(form.good).map(([name]): [string, string] => [name, '\0'])]
    const foreign = { ...form.good, role: 'administrator', __proto__x: '1', 'constructor[prototype][a]': '1', 'email[]': 'a', 'email.contains': '@', id: '1', intent: 'delete' }
    const files = new FormData()
    for (const name of Object.keys(form.good)) files.append(name, new Blob(['x']), 'x.txt')
    const proto = new URLSearchParams([...Object.entries(form.good), ['__proto__', 'x'], ['toString', 'x'], ['hasOwnProperty', 'x']])
    for (const args of [
      postTo(form.path, {}, form.headers),
      postTo(form.path, doubled, form.headers),
      postTo(form.path, foreign, form.headers),
      { ...at(form.path), request: new Request(`https://catedra.test${form.path}`, { method: 'POST', body: files, headers: form.headers ?? {} }) },
      { ...at(form.path), request: new Request(`https://catedra.test${form.path}`, { method: 'POST', body: proto, headers: form.headers ?? {} }) },
    ]) {
      expect([302, 404, 422, 429]).toContain((await ask(form, args)).status)
    }
    expect(({} as Record<string, unknown>)['a']).toBe(undefined)
  })

  test('answers 400 to what is no form', async () => {
    for (const [type, body] of [['application/json', '{"email":{"contains":"@"}}'], ['text/plain', 'email=a'], ['multipart/form-data', 'x'], ['multipart/form-data; boundary=x', '--x\r\nbroken'], ['', 'a'], ['application/xml', '<a/>']] as const) {
      const request = new Request(`https://catedra.test${form.path}`, { method: 'POST', body, headers: { ...form.headers, 'content-type': type } })
      expect((await ask(form, { ...at(form.path), request })).status, type).toBe(400)
    }
  })
})

test('none of it made an account, gave a role or changed an address', async () => {
  expect(await world.db.account.findMany({ where: { OR: [{ role: { not: 'teacher' } }, { email: { contains: '\n' } }] } })).toEqual([])
  const people = await world.db.person.findMany()
  for (const { name } of people) expect(name).toMatch(/^\p{L}[\p{L}\p{M}'’ʼ‘.\-‐‑ ]{1,119}$/u)
})

test('addresses of pages take any value too', async () => {
  for (const value of badValues) {
    const asked = new URLSearchParams([['', value.slice(0, 4_000)]]).toString().slice(1)
    const pages = [
      login.loader(at(`/login?next=${asked}`)),
      signup.loader(at(`/signup?next=${asked}`)),
      newPassword.loader({ ...at('/password-reset/x'), params: { token: value } }),
      profile.loader(at(`/profile?saved=${asked}`, { cookie })),
      post.loader(at(`/profile/post?county=${asked}&q=${asked}&school=${asked}`, { cookie })),
      post.loader(at(`/profile/post?county=RO-VS&q=${asked}`, { cookie })),
    ]
    for (const page of pages) expect((await page).status, JSON.stringify(value)).toBeLessThan(500)
  }
})

test('signing out is a form, not a link', async () => {
  expect((await caught((async () => logout.loader())())).status).toBe(404)
})
