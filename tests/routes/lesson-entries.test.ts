// Checklists and reflections as pages: forms for who is enrolled, paper for everybody else.
import { expect, test } from 'vitest'
import { useWorld } from '#app/platform/http/world.server.ts'
import { createTeacher, enrol } from '#tests/factories/learner.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { openSite, signedInAs, visitor } from '#tests/setup/site.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
useWorld(world)
const site = await openSite('learning')
const { slug } = await publishTestCourse(world)
const lesson = `/courses/${slug}/lessons/lectia-1-1`

async function learner(locale: 'ro' | 'sv' = 'ro') {
  const actor = await createTeacher(world)
  await enrol(world, actor, slug)
  return await signedInAs(actor, locale)
}

const form = (fields: [string, string][]) => new URLSearchParams(fields)

test('who is not enrolled reads them as a list and a question, with no form, and what enrolling would keep', async () => {
  for (const headers of [visitor(), await signedInAs(await createTeacher(world))]) {
    const page = await site.read(lesson, headers)
    const article = /<article.*<\/article>/s.exec(page)?.[0] ?? ''
    expect(article).toContain('<li>Am <em>tăblițele</em>.</li>')
    expect(article).toContain('<p>Ce schimbi mâine?</p>')
    expect(article).toContain('Pentru cine s-a înscris la curs, ce se bifează aici se păstrează.')
    expect(article).not.toMatch(/<(form|input|textarea|button)/)
    expect(article).not.toContain('lesson-block')
  }
})

test('who is enrolled saves without a script, is led back to the block and sees when it was saved', async () => {
  const headers = await learner()
  expect(await site.read(lesson, headers)).toContain(`<form method="post" action="${lesson}#checklist-1" data-draft="${lesson}/entry">`)
  const answer = await site.post(lesson, form([['block', 'checklist-1'], ['item', '2']]), headers)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${lesson}#checklist-1`])
  await site.post(lesson, form([['block', 'reflection-1'], ['note', 'Întâi obiectivul.\r\n<b>Apoi</b> restul.']]), headers)

  const page = await site.read(lesson, headers)
  expect([...page.matchAll(/name="item"( checked="")? value="(\d)"|name="item" value="(\d)"( checked="")?/g)].map(([text]) => text.includes('checked'))).toEqual([false, true, false])
  expect(page).toContain('Întâi obiectivul.\n&lt;b&gt;Apoi&lt;/b&gt; restul.</textarea>')
  expect(page).toContain('Întâi obiectivul.\n&lt;b&gt;Apoi&lt;/b&gt; restul.</div>')
  expect(page.match(/Salvat la 22 noiembrie 2026/g)).toHaveLength(2)
  expect(page).toContain('id="reflection-1"')
})

test('a text that is too long comes back whole, with what is wrong beside it', async () => {
  const headers = await learner()
  const long = `început ${'a'.repeat(4_100)} sfârșit`
  const answer = await site.post(lesson, form([['block', 'reflection-1'], ['note', long]]), headers)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain(`${long}</textarea>`)
  expect(page).toMatch(/<p class="field-error" id="reflection-1-error" role="alert">Textul are peste 4\.000 de caractere/)
  expect(page).toMatch(/<textarea id="reflection-1-note"[^>]*aria-invalid="true" aria-describedby="reflection-1-prompt reflection-1-hint reflection-1-error"/)
})

test('a box that is not there is said so, and the others stay ticked', async () => {
  const headers = await learner()
  const answer = await site.post(lesson, form([['block', 'checklist-1'], ['item', '1'], ['item', '77']]), headers)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('nu este pe listă')
  expect(page.match(/checked=""/g)).toHaveLength(1)
})

test('the script of the page is told by a status alone', async () => {
  const headers = await learner()
  const post = async (fields: [string, string][], path = `${lesson}/entry`, as = headers) => (await site.post(path, form(fields), as)).status
  expect(await post([['block', 'reflection-1'], ['note', 'scris']])).toBe(204)
  expect(await site.read(lesson, headers)).toContain('scris</textarea>')
  expect(await post([['block', 'reflection-1'], ['note', 'a'.repeat(5_000)]])).toBe(422)
  expect(await post([['block', 'checklist-1'], ['item', 'x']])).toBe(422)
  expect(await post([['block', 'checklist-9']])).toBe(404)
  expect(await post([])).toBe(404)
  expect(await post([['block', 'reflection-1']], `/courses/${slug}/lessons/nimic/entry`)).toBe(404)
  expect(await post([['block', 'reflection-1']], `${lesson}/entry`, await signedInAs(await createTeacher(world)))).toBe(409)
  expect(await site.read(lesson, headers)).toContain('scris</textarea>')
  expect((await site.get(`${lesson}/entry`, headers)).status).toBe(404)
})

test.each([lesson, `${lesson}/entry`])('who is not signed in is sent to sign in by POST %s', async (path) => {
  const answer = await site.post(path, form([['block', 'reflection-1'], ['note', 'x']]))
  expect([answer.status, answer.headers.get('location')]).toEqual([302, `/login?next=${encodeURIComponent(lesson)}`])
})

test('who is not enrolled is led to the course, and nothing is kept', async () => {
  const actor = await createTeacher(world)
  const answer = await site.post(lesson, form([['block', 'reflection-1'], ['note', 'x']]), await signedInAs(actor))
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/courses/${slug}`])
  expect(await world.db.lessonEntry.count({ where: { personId: actor.personId } })).toBe(0)
})

test('a block speaks the language of its lesson, not of the page around it', async () => {
  const page = await site.read(lesson, await learner('sv'))
  const article = /<article class="lesson" lang="en">.*<\/article>/s.exec(page)?.[0] ?? ''
  expect(article).toContain('Ce schimbi mâine? (en)')
  expect(article).toContain('The text is private: nobody else sees it.')
})

test('nothing of it can be given for somebody else, nor a time or a title from outside', async () => {
  const [mine, victim] = [await learner(), await createTeacher(world)]
  await enrol(world, victim, slug)
  await site.post(lesson, form([['block', 'reflection-1'], ['note', 'al meu'], ['personId', victim.personId], ['savedAt', '2020-01-01']]), mine)
  expect(await world.db.lessonEntry.count({ where: { personId: victim.personId } })).toBe(0)
  expect(await world.db.lessonEntry.findFirstOrThrow({ where: { value: { equals: { note: 'al meu' } } } })).toMatchObject({ savedAt: new Date('2026-11-22T10:00:00Z') })
})
