import { describe, expect, test } from 'vitest'
import { useWorld } from '#app/platform/http/world.server.ts'
import { escapeForScript } from '#app/ui/course/structured-data.tsx'
import { createTeacher, enrol, fillIn, readLessons, takeCourse } from '#tests/factories/learner.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { openSite, signedInAs, visitor } from '#tests/setup/site.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
useWorld(world)
const site = await openSite('learning')

const { slug } = await publishTestCourse(world)
const course = `/courses/${slug}`
const quiz = `${course}/quizzes/verificare-1`
const lesson = `${course}/lessons/lectia-1-1`

async function openLearner() {
  const actor = await createTeacher(world)
  await enrol(world, actor, slug)
  return { actor, headers: await signedInAs(actor) }
}

const none = new URLSearchParams()

describe('who is not signed in', () => {
  test('reads catalogue, course and lessons, and is led to sign in to enrol', async () => {
    expect(await site.read('/courses')).toContain(`href="${course}"`)
    expect(await site.read(course)).toContain(`href="/login?next=${course}"`)
    const page = await site.read(lesson)
    expect(page).toContain('cu ș și ț')
    expect(page).not.toContain('/reading')
    expect(await site.read(quiz)).toContain('Testul este pentru cine s-a înscris')
  })

  test.each([
    [`${course}/enrolment`, course],
    [`${course}/withdrawal`, course],
    [`${lesson}/reading`, lesson],
    [quiz, quiz],
    [`${quiz}/draft`, quiz],
  ])('is sent to sign in by POST %s and comes back to %s', async (path, back) => {
    const answer = await site.post(path, none)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/login?next=${encodeURIComponent(back)}`])
  })
})

describe('what is not there', () => {
  test.each(['/courses/nimic', `${course}/lessons/nimic`, `${course}/quizzes/nimic`, '/courses/%00', `${course}/lessons/..%2f`, `${quiz}/attempts/0`, `${quiz}/attempts/99999999999`, `${quiz}/attempts/1e0`, `${quiz}/attempts/2`, `${course}/enrolment`])('%s is not found', async (path) => {
    const { headers } = await openLearner()
    expect((await site.get(path, headers)).status).toBe(404)
  })

  test.each([`/courses/nimic/enrolment`, `${course}/lessons/nimic/reading`, `${course}/quizzes/nimic`, `${course}/quizzes/nimic/draft`])('nor is POST %s', async (path) => {
    const { headers } = await openLearner()
    expect((await site.post(path, none, headers)).status).toBe(404)
  })
})

describe('a course without any script', () => {
  test('is taken from enrolling to the certificate by links and forms alone', async () => {
    const actor = await createTeacher(world)
    const headers = await signedInAs(actor)
    expect(await site.read(course, headers)).toContain(`action="${course}/enrolment"`)
    expect((await site.post(`${course}/enrolment`, none, headers)).headers.get('location')).toBe(course)
    expect(await site.read(course, headers)).toContain('0 din 6 făcute, adică 0\u00a0%')

    const steps = []
    let next = `${course}/lessons/lectia-1-1`
    for (let step = 0; step < 6; step++) {
      steps.push(next)
      const page = await site.read(next, headers)
      const isLesson = next.includes('/lessons/')
      if (isLesson) expect(page).toContain(`action="${next}/reading"`)
      const answer = isLesson ? await site.post(`${next}/reading`, none, headers) : await site.post(next, await fillIn(world, actor, slug, next.split('/').at(-1) ?? '', 1, 'right'), headers)
      expect(answer.status).toBe(303)
      next = answer.headers.get('location') ?? ''
      if (!isLesson) next = /class="button" href="([^"]+)"/.exec(await site.read(next, headers))?.[1] ?? ''
    }
    expect(steps).toEqual(['lessons/lectia-1-1', 'lessons/lectia-1-2', 'quizzes/verificare-1', 'lessons/lectia-2-1', 'lessons/lectia-2-2', 'quizzes/verificare-2'].map((part) => `${course}/${part}`))
    expect(next).toBe('/certificates')
    expect(await site.read(course, headers)).toContain('6 din 6 făcute, adică 100\u00a0%')
  })

  test('says what is missing, where one is and what is done', async () => {
    const { headers } = await openLearner()
    await site.post(`${lesson}/reading`, none, headers)
    const page = await site.read(course, headers)
    expect(page).toContain('1 din 6 făcute, adică 16\u00a0%')
    expect(page).toContain('Ce mai lipsește pentru certificat')
    const second = await site.read(`${course}/lessons/lectia-1-2`, headers)
    expect(second).toContain(`href="${course}/lessons/lectia-1-2" aria-current="page"`)
    expect(second.match(/citită/g)).toHaveLength(2)
    expect(await site.read(lesson, headers)).toContain('Lecția este citită.')
  })

  test('can be left and taken up again', async () => {
    const { headers } = await openLearner()
    await site.post(`${lesson}/reading`, none, headers)
    await site.post(`${course}/withdrawal`, none, headers)
    expect(await site.read(course, headers)).toContain('Reia cursul')
    expect(await site.read(quiz, headers)).toContain('Ai renunțat la acest curs')
    expect(await site.read('/courses', headers)).toContain('Ai renunțat după 16\u00a0%')
    await site.post(`${course}/enrolment`, none, headers)
    expect(await site.read(course, headers)).toContain('1 din 6 făcute')
  })

  test('accepts neither progress nor score from a form', async () => {
    const { actor, headers } = await openLearner()
    await site.post(`${lesson}/reading`, new URLSearchParams({ progress: '100', completedAt: '2024-01-01', personId: 'x' }), headers)
    expect(await site.read(course, headers)).toContain('1 din 6 făcute')
    expect(await world.db.lessonReading.findFirstOrThrow({ where: { enrolment: { personId: actor.personId } } })).toMatchObject({ readAt: new Date('2026-11-22T10:00:00Z') })
  })
})

describe('a course’s page', () => {
  test('names the licence as the rest of the site does', async () => {
    expect(await site.read(course)).toContain('<dd>CC BY 4.0</dd>')
  })

  test('shows six outcomes and folds the rest', async () => {
    await publishTestCourse(world, { id: 'LUNG', slug: 'curs-lung', modules: 8 })
    expect(await site.read(course)).not.toContain('more-outcomes')
    expect(await site.read('/courses/curs-lung')).toMatch(/obiectiv \(6\).*<details class="more-outcomes"><summary>Încă 2 abilități<\/summary>.*obiectiv \(7\).*obiectiv \(8\)/)
  })
})

describe('languages', () => {
  test('a text without translation says which language it is in', async () => {
    const page = await site.read(lesson, visitor('sv'))
    expect(page).toContain('Texten är inte översatt än. Du läser den på: English.')
    expect(page).toContain('<article class="lesson" lang="en">')
    expect(page).toContain('<h1 class="title-serif" lang="en">Lesson 1.1</h1>')
    expect(await site.read(lesson, visitor('en'))).not.toContain('not translated')
  })

  test('a quiz in another language marks each of its texts', async () => {
    const { actor } = await openLearner()
    const page = await site.read(quiz, await signedInAs(actor, 'sv'))
    expect(page).toContain('<span lang="en">Ce vine întâi? (en)</span>')
    expect(page).toContain('Lämna in svaren')
  })
})

describe('search engines', () => {
  test('are told what the course is, in a block that its texts cannot leave', async () => {
    const { slug: odd } = await publishTestCourse(world, { id: 'XS', slug: 'ciudat', title: { ro: '</script><script>alert(1)</script>' } })
    const page = await site.read(`/courses/${odd}`)
    expect(page).not.toContain('<script>alert')
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? ''
    expect(JSON.parse(block)).toMatchObject({ '@type': 'Course', name: '</script><script>alert(1)</script>', inLanguage: ['ro', 'en'], isAccessibleForFree: true })
    expect(escapeForScript('<')).toBe('"\\u003c"')
  })
})

describe('the catalogue', () => {
  test.each([
    ['?q=pedagogie', true],
    ['?q=PEDAGOGÍE+digitala', true],
    ['?theme=digital_pedagogy', true],
    ['?theme=data_protection', false],
    ['?q=igien%C4%83', false],
    ['?theme=nimic', true],
    [`?q=${'a'.repeat(500)}`, true],
    ['?q=%00', true],
  ])('%s', async (search, isFound) => {
    const page = await site.read(`/courses${search}`)
    expect(page.includes(`href="${course}"`)).toBe(isFound)
    if (!isFound) expect(page).toContain('Niciun curs nu se potrivește')
  })

  test('keeps the words and the theme in the form', async () => {
    const page = await site.read('/courses?q=lec%C5%A3ii&theme=data_protection')
    expect(page).toContain('value="lecţii"')
    expect(page).toContain('<option value="data_protection" selected="">')
  })

  test('shows a completed course as such', async () => {
    const actor = await createTeacher(world)
    await takeCourse(world, actor, slug)
    expect(await site.read('/courses', await signedInAs(actor))).toContain('Ai terminat cursul')
    await readLessons(world, actor, slug)
    expect(await site.read(course, await signedInAs(actor))).toContain('Certificatul nu expiră.')
  })
})
