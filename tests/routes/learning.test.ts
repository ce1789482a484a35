import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/core/access/can.ts'
import { beginSession } from '#app/platform/http/session.server.ts'
import { useWorld } from '#app/platform/http/world.server.ts'
import { escapeForScript } from '#app/ui/course/structured-data.tsx'
import { createTeacher, enrol, fillIn, handIn, readLessons, takeCourse } from '#tests/factories/learner.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { openSite } from '#tests/setup/site.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
useWorld(world)
const site = await openSite('learning')

/** In every key, explanation, reason and identity of a choice. */
const MARK = 'KEY-5f0c9a'
const { slug } = await publishTestCourse(world, { mark: MARK })
const course = `/courses/${slug}`
const quiz = `${course}/quizzes/verificare-1`
const lesson = `${course}/lessons/lectia-1-1`

async function cookieFor(actor: Actor, locale = 'ro'): Promise<{ cookie: string }> {
  const session = await beginSession(new Request('https://catedra.test/login'), actor.accountId)
  return { cookie: `${session.split(';')[0]}; lang=${locale}` }
}

async function openLearner() {
  const actor = await createTeacher(world)
  await enrol(world, actor, slug)
  return { actor, headers: await cookieFor(actor) }
}

async function pageOf(path: string, headers: Record<string, string> = { cookie: 'lang=ro' }): Promise<string> {
  const answer = await site.get(path, headers)
  expect(answer.status, path).toBe(200)
  return await answer.text()
}

const none = new URLSearchParams()

describe('who is not signed in', () => {
  test('reads catalogue, course and lessons, and is led to sign in to enrol', async () => {
    expect(await pageOf('/courses')).toContain(`href="${course}"`)
    expect(await pageOf(course)).toContain(`href="/login?next=${course}"`)
    const page = await pageOf(lesson)
    expect(page).toContain('cu ș și ț')
    expect(page).not.toContain('/reading')
    expect(await pageOf(quiz)).toContain('Testul este pentru cine s-a înscris')
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
    const headers = await cookieFor(actor)
    expect(await pageOf(course, headers)).toContain(`action="${course}/enrolment"`)
    expect((await site.post(`${course}/enrolment`, none, headers)).headers.get('location')).toBe(course)
    expect(await pageOf(course, headers)).toContain('0 din 6 făcute, adică 0\u00a0%')

    const steps = []
    let next = `${course}/lessons/lectia-1-1`
    for (let step = 0; step < 6; step++) {
      steps.push(next)
      const page = await pageOf(next, headers)
      const isLesson = next.includes('/lessons/')
      if (isLesson) expect(page).toContain(`action="${next}/reading"`)
      const answer = isLesson ? await site.post(`${next}/reading`, none, headers) : await site.post(next, await fillIn(world, actor, slug, next.split('/').at(-1) ?? '', 1, 'right'), headers)
      expect(answer.status).toBe(303)
      next = answer.headers.get('location') ?? ''
      if (!isLesson) next = /class="button" href="([^"]+)"/.exec(await pageOf(next, headers))?.[1] ?? ''
    }
    expect(steps).toEqual(['lessons/lectia-1-1', 'lessons/lectia-1-2', 'quizzes/verificare-1', 'lessons/lectia-2-1', 'lessons/lectia-2-2', 'quizzes/verificare-2'].map((part) => `${course}/${part}`))
    expect(next).toBe('/certificates')
    expect(await pageOf(course, headers)).toContain('6 din 6 făcute, adică 100\u00a0%')
  })

  test('says what is missing, where one is and what is done', async () => {
    const { headers } = await openLearner()
    await site.post(`${lesson}/reading`, none, headers)
    const page = await pageOf(course, headers)
    expect(page).toContain('1 din 6 făcute, adică 16\u00a0%')
    expect(page).toContain('Ce mai lipsește pentru certificat')
    const second = await pageOf(`${course}/lessons/lectia-1-2`, headers)
    expect(second).toContain(`href="${course}/lessons/lectia-1-2" aria-current="page"`)
    expect(second.match(/citită/g)).toHaveLength(2)
    expect(await pageOf(lesson, headers)).toContain('Lecția este citită.')
  })

  test('can be left and taken up again', async () => {
    const { headers } = await openLearner()
    await site.post(`${lesson}/reading`, none, headers)
    await site.post(`${course}/withdrawal`, none, headers)
    expect(await pageOf(course, headers)).toContain('Reia cursul')
    expect(await pageOf(quiz, headers)).toContain('Ai renunțat la acest curs')
    expect(await pageOf('/courses', headers)).toContain('Ai renunțat după 16\u00a0%')
    await site.post(`${course}/enrolment`, none, headers)
    expect(await pageOf(course, headers)).toContain('1 din 6 făcute')
  })

  test('accepts neither progress nor score from a form', async () => {
    const { actor, headers } = await openLearner()
    await site.post(`${lesson}/reading`, new URLSearchParams({ progress: '100', completedAt: '2024-01-01', personId: 'x' }), headers)
    expect(await pageOf(course, headers)).toContain('1 din 6 făcute')
    expect(await world.db.lessonReading.findFirstOrThrow({ where: { enrolment: { personId: actor.personId } } })).toMatchObject({ readAt: new Date('2026-11-22T10:00:00Z') })
  })
})

describe('the answer sheet', () => {
  test('sends back the place of what is chosen, which means what was shown there', async () => {
    const { actor, headers } = await openLearner()
    const page = await pageOf(quiz, headers)
    const fields = await fillIn(world, actor, slug, 'verificare-1', 1, 'wrong')
    const shown = /name="q1" value="(\d)"\/><span>Obiectivul</.exec(page)?.[1] ?? ''
    fields.set('q1', shown)
    const answer = await site.post(quiz, fields, headers)
    const result = await pageOf(answer.headers.get('location') ?? '', headers)
    expect(result).toContain('20\u00a0% (se trece cu 70\u00a0%)')
    expect(result).toMatch(/Obiectivul<span class="why">De ce b/)
  })

  test('comes back with all that was filled in, and each fault beside its question', async () => {
    const { actor, headers } = await openLearner()
    const fields = await fillIn(world, actor, slug, 'verificare-1', 1, 'right')
    const kept = fields.get('q3-1')
    fields.delete('q1')
    fields.set('q5', 'cam <b>1,1')
    const answer = await site.post(quiz, fields, headers)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('href="#q1"')
    expect(page).toContain('id="q1-error"')
    expect(page).toContain('href="#q5"')
    expect(page).not.toContain('href="#q2"')
    expect(page).toContain('value="cam &lt;b&gt;1,1"')
    expect(page).toMatch(new RegExp(`<select id="q3-1"[^>]*>.*?<option value="${kept}" selected=""`))
    expect(await world.db.attempt.count({ where: { enrolment: { personId: actor.personId } } })).toBe(0)
  })

  test('is kept for another day by its second button, and shown filled in', async () => {
    const { headers } = await openLearner()
    expect(await pageOf(quiz, headers)).toContain(`formaction="${quiz}/draft"`)
    const answer = await site.post(`${quiz}/draft`, new URLSearchParams({ attempt: '1', q1: '2', q5: '1,' }), headers)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${course}?saved=draft`])
    expect(await pageOf(`${course}?saved=draft`, headers)).toContain('Răspunsurile sunt salvate.')
    const page = await pageOf(quiz, headers)
    expect(page).toMatch(/name="q1" checked="" value="2"|name="q1" value="2" checked=""/)
    expect(page).toContain('value="1,"')
  })

  test('answers a script in a status alone', async () => {
    const { headers } = await openLearner()
    const script = { ...headers, accept: 'application/json' }
    expect((await site.post(`${quiz}/draft`, new URLSearchParams({ attempt: '1', q1: '2' }), script)).status).toBe(204)
    expect((await site.post(`${quiz}/draft`, new URLSearchParams({ attempt: '2', q1: '2' }), script)).status).toBe(409)
  })

  test('of an attempt that is not open is refused, and the open one shown', async () => {
    const { actor, headers } = await openLearner()
    const fields = await fillIn(world, actor, slug, 'verificare-1', 1, 'right')
    fields.set('attempt', '9')
    const answer = await site.post(quiz, fields, headers)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Foaia trimisă nu mai era cea deschisă')
  })

  test('handed in twice leads to the one result', async () => {
    const { actor, headers } = await openLearner()
    const fields = await fillIn(world, actor, slug, 'verificare-1', 1, 'wrong')
    const answers = [await site.post(quiz, fields, headers), await site.post(quiz, fields, headers)]
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual([`${quiz}/attempts/1`, `${quiz}/attempts/1`])
  })

  test('is closed during the pause, until a time that is said', async () => {
    const { actor, headers } = await openLearner()
    await handIn(world, actor, slug, 'verificare-1', 'wrong', 1)
    await handIn(world, actor, slug, 'verificare-1', 'wrong', 2)
    const page = await pageOf(quiz, headers)
    expect(page).toContain('Pauză până la 22 noiembrie 2026 la 12:05')
    expect(page).not.toContain('<form class="answer-sheet"')
    expect(await pageOf(`${quiz}/attempts/2`, headers)).toContain('Poți încerca din nou din 22 noiembrie 2026 la 12:05')
  })
})

describe('keys', () => {
  test('are nowhere before the answer is in: not in pages, data, attributes or a refused sheet', async () => {
    const { actor, headers } = await openLearner()
    await site.post(`${quiz}/draft`, await fillIn(world, actor, slug, 'verificare-1', 1, 'right'), headers)
    const paths = ['/courses', course, lesson, `${course}/lessons/lectia-2-2`, quiz, `${course}/quizzes/verificare-2`]
    const data = [`${course}?_data=routes%2Flearning%2Fcourse.tsx`, `${lesson}?_data=routes%2Flearning%2Flesson.tsx`, `${quiz}?_data=routes%2Flearning%2Fquiz.tsx`]
    for (const path of [...paths, ...data]) {
      for (const reader of [headers, { cookie: 'lang=ro' }]) expect(await pageOf(path, reader), path).not.toContain(MARK)
    }
    expect(await pageOf(data[2] ?? '', headers)).toContain('Obiectivul')
    const refused = await site.post(quiz, new URLSearchParams({ attempt: '1', q1: '1' }), headers)
    expect(refused.status).toBe(422)
    expect(await refused.text()).not.toContain(MARK)
  })

  test('of wrong answers stay untold after a failed attempt, in the page and in its data', async () => {
    const { actor, headers } = await openLearner()
    await handIn(world, actor, slug, 'verificare-1', 'wrong')
    for (const path of [`${quiz}/attempts/1`, `${quiz}/attempts/1?_data=routes%2Flearning%2Fattempt.tsx`]) {
      const page = await pageOf(path, headers)
      expect(page).not.toContain('Explicația')
      expect(page).not.toContain(`De ce b ${MARK}`)
      expect(page).not.toContain('Răspunsul corect')
      expect(page).toContain('De ce c ')
    }
  })

  test('are told once the quiz is passed, with why', async () => {
    const { actor, headers } = await openLearner()
    await handIn(world, actor, slug, 'verificare-1', 'wrong')
    await handIn(world, actor, slug, 'verificare-1', 'right', 2)
    const failed = await pageOf(`${quiz}/attempts/1`, headers)
    expect(failed).toContain('Răspunsul corect')
    expect(failed).toContain(`De ce b ${MARK}`)
    expect(failed.match(/Explicația/g)).toHaveLength(5)
  })

  test('are not told to anybody by another one’s result', async () => {
    const { actor } = await openLearner()
    await handIn(world, actor, slug, 'verificare-1')
    const stranger = await openLearner()
    expect((await site.get(`${quiz}/attempts/1`, stranger.headers)).status).toBe(404)
    expect((await site.get(`${quiz}/attempts/1`)).headers.get('location')).toContain('/login')
  })
})

describe('languages', () => {
  test('a text without translation says which language it is in', async () => {
    const page = await pageOf(lesson, { cookie: 'lang=sv' })
    expect(page).toContain('Texten är inte översatt än. Du läser den på: English.')
    expect(page).toContain('<article class="lesson" lang="en">')
    expect(page).toContain('<h1 class="title-serif" lang="en">Lesson 1.1</h1>')
    expect(await pageOf(lesson, { cookie: 'lang=en' })).not.toContain('not translated')
  })

  test('a quiz in another language marks each of its texts', async () => {
    const { actor } = await openLearner()
    const page = await pageOf(quiz, await cookieFor(actor, 'sv'))
    expect(page).toContain('<span lang="en">Ce vine întâi? (en)</span>')
    expect(page).toContain('Lämna in svaren')
  })
})

describe('search engines', () => {
  test('are told what the course is, in a block that its texts cannot leave', async () => {
    const { slug: odd } = await publishTestCourse(world, { id: 'XS', slug: 'ciudat', title: { ro: '</script><script>alert(1)</script>' } })
    const page = await pageOf(`/courses/${odd}`)
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
    const page = await pageOf(`/courses${search}`)
    expect(page.includes(`href="${course}"`)).toBe(isFound)
    if (!isFound) expect(page).toContain('Niciun curs nu se potrivește')
  })

  test('keeps the words and the theme in the form', async () => {
    const page = await pageOf('/courses?q=lec%C5%A3ii&theme=data_protection')
    expect(page).toContain('value="lecţii"')
    expect(page).toContain('<option value="data_protection" selected="">')
  })

  test('shows a completed course as such', async () => {
    const actor = await createTeacher(world)
    await takeCourse(world, actor, slug)
    expect(await pageOf('/courses', await cookieFor(actor))).toContain('Ai terminat cursul')
    await readLessons(world, actor, slug)
    expect(await pageOf(course, await cookieFor(actor))).toContain('Certificatul nu expiră.')
  })
})
