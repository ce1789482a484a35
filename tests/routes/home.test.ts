// The first page: to a stranger what Catedra is and the ways in, to who is signed in where to go on.
import { expect, test } from 'vitest'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { enrolTeacher } from '#app/features/learning/enrol-teacher.server.ts'
import { useWorld } from '#app/platform/http/world.server.ts'
import { enterCertified, enterStaff } from '#tests/factories/ledger.ts'
import { createActor, createPost, createSchool } from '#tests/factories/person.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { openSite, signedInAs, visitor } from '#tests/setup/site.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
useWorld(world)
await loadReferenceData(world)
const site = await openSite('home.tsx')

test('stands without a course, a figure or anybody certified', async () => {
  const page = await site.read('/')
  expect(page).toContain('Încă nu este niciun curs')
  expect(page).toContain('nu a fost introdus niciun numitor')
})

test('tells a stranger what there is, in three languages, with protected figures and their date', async () => {
  const { slug } = await publishTestCourse(world)
  await enterStaff(world, '2026-09-30', [{ staff: 400 }], 'INS')
  await enterCertified(world, '2026-10', 100)
  for (const [locale, words] of [
    ['ro', ['Învață când ai timp', '25,0', '100', '400', '22 noiembrie 2026', 'Sursa: <!-- -->INS']],
    ['en', ['Learn when you have time', '25.0%', '22 November 2026']],
    ['sv', ['Lär dig när tiden finns', '25,0', '22 november 2026', '<span lang="ro">INS</span>']],
  ] as const) {
    const page = await site.read('/', visitor(locale))
    for (const each of [...words, `href="/courses/${slug}"`, 'action="/verify"', 'href="/indicator"', 'href="/signup"']) expect(page).toContain(each)
    expect(page.match(/<h1[ >]/g)).toHaveLength(1)
  }
})

test('says of a figure that is too small that it is not said, also to an analyst', async () => {
  const small = await openTestWorld()
  await loadReferenceData(small)
  await enterStaff(small, '2026-09-30', [{ staff: 400 }])
  await enterCertified(small, '2026-10', 3)
  useWorld(small)
  const pages = [await site.read('/'), await site.read('/', await signedInAs(await createActor(small, 'analyst')))]
  useWorld(world)
  for (const page of pages) {
    expect(page).toContain('prea puține persoane')
    expect(page).not.toMatch(/\b3 din 400/)
  }
})

test('leads who is signed in to the lesson that is next, and to nothing that is another’s', async () => {
  const { slug } = await publishTestCourse(world)
  const [teacher, other] = [await createActor(world, 'teacher', 'Ana Mureșan'), await createActor(world, 'teacher', 'Dan Pop')]
  expect(await site.read('/', await signedInAs(teacher))).toContain('Niciun curs început')
  await enrolTeacher(world, teacher, slug)
  const page = await site.read('/', await signedInAs(teacher))
  expect(page).toContain('Bună ziua, Ana Mureșan')
  expect(page).toMatch(new RegExp(`href="/courses/${slug}/(lessons|quizzes)/[^"]+">Continuă`))
  expect(page).toContain('href="/profile/post"')
  await createPost(world, teacher.personId, { schoolCode: await createSchool(world) })
  expect(await site.read('/', await signedInAs(teacher))).not.toContain('href="/profile/post"')
  expect(await site.read('/', await signedInAs(other))).toContain('Niciun curs început')
})
