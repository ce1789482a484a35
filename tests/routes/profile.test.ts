// One's own account: the name, the language, where one works.
import { describe, expect, test } from 'vitest'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { useWorld } from '#app/platform/http/world.server.ts'
import * as post from '#app/routes/accounts/post.tsx'
import * as profile from '#app/routes/accounts/profile.tsx'
import * as signup from '#app/routes/accounts/signup.tsx'
import { createSchool } from '#tests/factories/person.ts'
import { at, caught, cookieOf, postTo } from '#tests/setup/requests.ts'
import { openSite } from '#tests/setup/site.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
useWorld(world)
await loadReferenceData(world)
const site = await openSite('accounts')

let count = 0

async function signUp() {
  const email = `ana${++count}@example.org`
  const answer = await signup.action(postTo('/signup', { name: 'Ana Pop', email, password: 'corect cal baterie' }))
  return { email, cookie: cookieOf(answer, '__Host-session') }
}

describe('the profile', () => {
  test('changes the name and the language, and nothing that was not asked for', async () => {
    const { email, cookie } = await signUp()
    const answer = await profile.action(postTo('/profile', { name: 'Ștefana Pop', locale: 'en', role: 'administrator', email: 'x@y.ro', personId: 'x' }, { cookie }))
    expect(answer.headers.get('location')).toBe('/profile?saved=details')
    expect(cookieOf(answer, 'lang')).toBe('lang=en')
    expect(await world.db.account.findUniqueOrThrow({ where: { email }, include: { person: true } })).toMatchObject({ role: 'teacher', locale: 'en', person: { name: 'Ștefana Pop' } })
  })

  test('offers the language that is being read, so that saving the name leaves it', async () => {
    const { cookie } = await signUp()
    expect(await site.read('/profile', { cookie: `${cookie}; lang=sv` })).toContain('<option value="sv" selected="">')
  })

  test('leads without a script from the county to the school to the post', async () => {
    const { cookie } = await signUp()
    const code = await createSchool(world, { countyCode: 'RO-VS', residence: 'rural', name: 'Școala Gimnazială „Ion Creangă”', locality: 'Puiești' })
    const first = await (await post.loader(at('/profile/post', { cookie }))).json()
    expect(first.counties).toHaveLength(42)
    expect(first).toMatchObject({ search: null, school: null })
    const second = await (await post.loader(at('/profile/post?county=RO-VS&q=creanga', { cookie }))).json()
    expect(second.search?.schools.map((school) => school.code)).toEqual([code])
    const third = await (await post.loader(at(`/profile/post?school=${code}`, { cookie }))).json()
    expect(third.school).toMatchObject({ code, county: 'Vaslui', residence: 'rural' })

    const answer = await post.action(postTo(`/profile/post?school=${code}`, { school: code, level: 'primary', startsOn: '2025-09-01', residence: 'urban' }, { cookie }))
    expect(answer.headers.get('location')).toBe('/profile?saved=post')
    const shown = await (await profile.loader(at('/profile?saved=post', { cookie }))).json()
    expect(shown).toMatchObject({ saved: 'post', post: { level: 'primary', startsOn: '2025-09-01', school: { code, county: 'Vaslui', residence: 'rural' } } })
  })

  test('begins a new post and ends the old one, which stays as it was', async () => {
    const { email, cookie } = await signUp()
    const [old, next] = [await createSchool(world), await createSchool(world, { countyCode: 'RO-CJ', residence: 'urban' })]
    await post.action(postTo('/profile/post', { school: old, level: 'primary', startsOn: '2020-09-01' }, { cookie }))
    await post.action(postTo('/profile/post', { school: next, level: 'lower_secondary', startsOn: '2026-09-01' }, { cookie }))
    const posts = await world.db.post.findMany({ where: { person: { account: { email } } }, orderBy: { startsOn: 'asc' } })
    expect(posts.map(({ schoolCode, endsOn }) => [schoolCode, endsOn?.toISOString().slice(0, 10) ?? null])).toEqual([
      [old, '2026-08-31'],
      [next, null],
    ])
  })

  test.each([
    ['ro', 'Un post anterior s-a încheiat pe 21 noiembrie 2026. Scrie o zi mai târzie.'],
    ['en', 'An earlier post ended on 21 November 2026. Write a later day.'],
    ['sv', 'En tidigare tjänst slutade den 21 november 2026. Skriv en senare dag.'],
  ])('names in %s the day on which an earlier post ended, and speaks of one only where there is one', async (locale, words) => {
    const { cookie } = await signUp()
    const [old, next] = [await createSchool(world), await createSchool(world)]
    const headers = { cookie: `${cookie}; lang=${locale}` }
    const save = (school: string, startsOn: string) => site.post(`/profile/post?school=${school}`, new URLSearchParams({ school, level: 'primary', startsOn }), headers)
    expect(await site.read(`/profile/post?school=${old}`, headers)).not.toContain('startsOn-hint')
    await save(old, '2020-09-01')
    expect(await site.read(`/profile/post?school=${next}`, headers)).toContain('startsOn-hint')
    await save(next, '2026-11-22')
    const refused = await save(next, '2021-09-01')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(`id="startsOn-error">${words}`)
  })

  test('says of a county without schools that none is in the register', async () => {
    const { cookie } = await signUp()
    const page = await (await post.loader(at('/profile/post?county=RO-TL', { cookie }))).json()
    expect(page.search).toEqual({ county: { code: 'RO-TL', name: 'Tulcea' }, text: '', schools: [], hasMore: false })
  })

  test.each([
    [{ level: 'unknown' }, 'level', 'accounts:error.level'],
    [{ startsOn: '2999-01-01' }, 'startsOn', 'accounts:error.startsInFuture'],
    [{ startsOn: '2026-02-30' }, 'startsOn', 'accounts:error.day'],
    [{ startsOn: '0001-01-01' }, 'startsOn', 'accounts:error.day'],
    [{ school: '9999999999' }, 'school', 'accounts:error.school'],
    [{ school: "1' or '1'='1" }, 'school', 'accounts:error.school'],
  ])('refuses a post with %j beside its field', async (wrong, field, message) => {
    const { cookie } = await signUp()
    const school = await createSchool(world)
    const answer = await post.action(postTo('/profile/post', { school, level: 'primary', startsOn: '2025-09-01', ...wrong }, { cookie }))
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ values: wrong, errors: { [field]: message } })
  })

  test('is for who is signed in, and signing in comes back to it', async () => {
    for (const [asked, back] of [
      [profile.loader(at('/profile')), '/profile'],
      [profile.action(postTo('/profile', { name: 'X', locale: 'ro' })), '/profile'],
      [post.loader(at('/profile/post')), '/profile/post'],
      [post.action(postTo('/profile/post?school=1', {})), '/profile/post?school=1'],
    ] as const) {
      const answer = await caught(asked)
      expect(answer.status).toBe(302)
      expect(answer.headers.get('location')).toBe(`/login?${new URLSearchParams({ next: back }).toString()}`)
    }
  })
})
