// Open questions on the pages of a quiz.
import { expect, test } from 'vitest'
import { useWorld } from '#app/platform/http/world.server.ts'
import { createTeacher, enrol, fillIn, handIn } from '#tests/factories/learner.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { openSite, signedInAs } from '#tests/setup/site.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
useWorld(world)
const site = await openSite('learning')

const MARK = 'KEY-71d2be'
const { slug } = await publishTestCourse(world, { mark: MARK, hasOpen: true })
const quiz = `/courses/${slug}/quizzes/verificare-1`
const result = `${quiz}/attempts/1`

async function openLearner() {
  const actor = await createTeacher(world)
  await enrol(world, actor, slug)
  return { actor, headers: await signedInAs(actor) }
}

test('the sheet says what is looked for and what counts, and nothing of what would be good', async () => {
  const { headers } = await openLearner()
  const page = await site.read(quiz, headers)
  expect(page).toContain('6 întrebări')
  expect(page).toContain('Întrebări în total: 6. În punctaj intră 5, cele deschise nu.')
  expect(page).toContain('Descrie pașii')
  expect(page).toContain('3 puncte')
  expect(page).toContain('4.000 de caractere')
  expect(page).not.toContain(MARK)
  expect(await site.read(`${quiz}?_data=routes%2Flearning%2Fquiz.tsx`, headers)).not.toContain(MARK)
})

test('a unit that is not translated is marked with its language', async () => {
  const { actor, headers } = await openLearner()
  expect(await site.read(quiz, headers)).toMatch(/<label for="q\d-value">Răspunsul tău, în (<!-- -->)?MB/)
  expect(await site.read(quiz, await signedInAs(actor, 'sv'))).toContain('<span lang="ro">MB</span>')
})

test('a text that is too short comes back as it was typed, with its length', async () => {
  const { actor, headers } = await openLearner()
  const fields = await fillIn(world, actor, slug, 'verificare-1', 1, 'right')
  fields.set('q6', 'Doar <b>patru</b> cuvinte.\nSau cinci.')
  const answer = await site.post(quiz, fields, headers)
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toMatch(/<textarea id="q6-value"[^>]*aria-invalid="true"[^>]*>Doar &lt;b&gt;patru&lt;\/b&gt; cuvinte\.\nSau cinci\.<\/textarea>/)
  expect(page).toContain('Sunt scrise 7 cuvinte.')
})

test('an assessment is kept by a form, led back to its question, and shown at every visit', async () => {
  const { actor, headers } = await openLearner()
  await handIn(world, actor, slug, 'verificare-1', 'wrong')
  expect(await site.read(result, headers)).toContain(`Un exemplu ${MARK}`)
  const answer = await site.post(result, new URLSearchParams({ question: '6', 'q6-1': '1', 'q6-2': '2' }), headers)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${result}?saved=6#q6`])
  for (const path of [`${result}?saved=6`, result]) {
    const page = await site.read(path, headers)
    expect(page).toContain('Total: 3 din 4.')
    expect(page).toMatch(/<select id="q6-2"[^>]*>.*?<option value="2" selected=""/)
  }
})

test('an assessment that cannot be is refused beside its criterion, with what was chosen', async () => {
  const { actor, headers } = await openLearner()
  await handIn(world, actor, slug, 'verificare-1')
  const answer = await site.post(result, new URLSearchParams({ question: '6', 'q6-1': '1', 'q6-2': '4' }), headers)
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('id="q6-2-error"')
  expect(page).toMatch(/<select id="q6-1"[^>]*>.*?<option value="1" selected=""/)
  expect(await world.db.selfAssessment.count({ where: { answer: { attempt: { enrolment: { personId: actor.personId } } } } })).toBe(0)
})

test('nobody assesses the answer of another', async () => {
  const { actor } = await openLearner()
  await handIn(world, actor, slug, 'verificare-1')
  const fields = new URLSearchParams({ question: '6', 'q6-1': '1', 'q6-2': '3' })
  expect((await site.post(result, fields, (await openLearner()).headers)).status).toBe(404)
  expect((await site.post(result, fields)).headers.get('location')).toContain('/login')
  expect(await world.db.selfAssessment.count({ where: { answer: { attempt: { enrolment: { personId: actor.personId } } } } })).toBe(0)
})
