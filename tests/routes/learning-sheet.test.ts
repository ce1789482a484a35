import { describe, expect, test } from 'vitest'
import { useWorld } from '#app/platform/http/world.server.ts'
import { createTeacher, enrol, fillIn, handIn } from '#tests/factories/learner.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { openSite, signedInAs, visitor } from '#tests/setup/site.ts'
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

async function openLearner() {
  const actor = await createTeacher(world)
  await enrol(world, actor, slug)
  return { actor, headers: await signedInAs(actor) }
}

describe('the answer sheet', () => {
  test('sends back the place of what is chosen, which means what was shown there', async () => {
    const { actor, headers } = await openLearner()
    const page = await site.read(quiz, headers)
    const fields = await fillIn(world, actor, slug, 'verificare-1', 1, 'wrong')
    const shown = /name="q1" value="(\d)"\/><span>Obiectivul</.exec(page)?.[1] ?? ''
    fields.set('q1', shown)
    const answer = await site.post(quiz, fields, headers)
    const result = await site.read(answer.headers.get('location') ?? '', headers)
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
    expect(await site.read(quiz, headers)).toContain(`formaction="${quiz}/draft"`)
    const answer = await site.post(`${quiz}/draft`, new URLSearchParams({ attempt: '1', q1: '2', q5: '1,' }), headers)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${course}?saved=draft`])
    expect(await site.read(`${course}?saved=draft`, headers)).toContain('Răspunsurile sunt salvate.')
    const page = await site.read(quiz, headers)
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
    const page = await site.read(quiz, headers)
    expect(page).toContain('Pauză până la 22 noiembrie 2026 la 12:05')
    expect(page).not.toContain('<form class="answer-sheet"')
    expect(await site.read(`${quiz}/attempts/2`, headers)).toContain('Poți încerca din nou din 22 noiembrie 2026 la 12:05')
  })
})

describe('keys', () => {
  test('are nowhere before the answer is in: not in pages, data, attributes or a refused sheet', async () => {
    const { actor, headers } = await openLearner()
    await site.post(`${quiz}/draft`, await fillIn(world, actor, slug, 'verificare-1', 1, 'right'), headers)
    const paths = ['/courses', course, lesson, `${course}/lessons/lectia-2-2`, quiz, `${course}/quizzes/verificare-2`]
    const data = [`${course}?_data=routes%2Flearning%2Fcourse.tsx`, `${lesson}?_data=routes%2Flearning%2Flesson.tsx`, `${quiz}?_data=routes%2Flearning%2Fquiz.tsx`]
    for (const path of [...paths, ...data]) {
      for (const reader of [headers, visitor()]) expect(await site.read(path, reader), path).not.toContain(MARK)
    }
    expect(await site.read(data[2] ?? '', headers)).toContain('Obiectivul')
    const refused = await site.post(quiz, new URLSearchParams({ attempt: '1', q1: '1' }), headers)
    expect(refused.status).toBe(422)
    expect(await refused.text()).not.toContain(MARK)
  })

  test('of wrong answers stay untold after a failed attempt, in the page and in its data', async () => {
    const { actor, headers } = await openLearner()
    await handIn(world, actor, slug, 'verificare-1', 'wrong')
    for (const path of [`${quiz}/attempts/1`, `${quiz}/attempts/1?_data=routes%2Flearning%2Fattempt.tsx`]) {
      const page = await site.read(path, headers)
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
    const failed = await site.read(`${quiz}/attempts/1`, headers)
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
