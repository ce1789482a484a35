// What a lesson's source becomes, and that a change of it is noticed.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { nameBlocks, splitLesson } from '#app/core/catalogue/lesson-blocks.ts'
import { RENDERING_VERSION } from '#app/core/catalogue/palette.ts'
import { locales } from '#app/core/kernel/locale.ts'
import { inspectLesson, renderLesson } from '#app/platform/mdx.server.ts'

/** Everything that Markdown and the palette have, once. */
const everything = `
<Situation title="Optsprezece minute">

Clasa a VI-a, 26 de elevi.

</Situation>

## Content

Un **text** cu *accent*, ~~șters~~, \`cod\`, <Term name="resursă educațională deschisă">RED</Term>, [un titlu](#content), [o pagină](/courses) și https://example.org. Apoi <Term name="evaluare formativă">evaluarea formativă</Term>.

### Un tabel

| | Stânga | Dreapta |
| --- | :-- | --: |
| Rând | 1 | 2 |

| A | B |
| - | - |
| 1 | 2 |

> Un citat.

![Un desen al clasei](/catedra/clasa.png)

\`\`\`js
const a = 1
\`\`\`

***

<Callout tone="check" title="Textul legii">

Caută-l.

</Callout>

<Callout tone="note">

Fără titlu.

</Callout>

<Steps>

1. Întâi.
2. Apoi.

</Steps>

<Example title="Foaia Elenei">

Un exemplu.

</Example>

<Compare>

<Before>

Mai slab.

</Before>

<After title="Așa da">

Mai bine.

</After>

</Compare>

<Checklist title="Înainte de oră">

- Bifat pe *hârtie*.

- A doua bifă, cu <Term name="resursă educațională deschisă">RED</Term>.

</Checklist>

<Reflection title="Acum tu">

Ce **schimbi** mâine?

</Reflection>

<Activity title="O lecție" minutes="25">

De făcut.

</Activity>

<Figure file="drum.svg" alt="O săgeată.">

De la *stânga* la dreapta.

</Figure>

<Scenario title="La ușa cancelariei">

Un coleg îți cere parola.

<Choice label="I-o dau">

Ce urmează.

<Choice label="O schimb apoi">

Mai bine.

</Choice>

<Choice label="O las așa">

Mai rău.

</Choice>

</Choice>

<Choice label="Îl ajut altfel">

Bine.

</Choice>

</Scenario>

<Remember>

- De ținut minte.

</Remember>

<Tomorrow>

De încercat.

</Tomorrow>

<Sources>

- O sursă.

</Sources>
`

const beside = { definitions: new Map([['resursă educațională deschisă', 'Un material cu licență.'], ['evaluare formativă', 'Fără notă.']]), figures: new Map([['drum.svg', { source: '<svg viewBox="0 0 200 40"><path class="line" d="M0 20H200"/></svg>', licence: 'CC-BY-4.0', authors: ['Ana', 'Ion'] }]]) }

const drawn = Object.fromEntries(await Promise.all(locales.map(async (locale) => [locale, await renderLesson(everything, locale, beside)] as const)))
const { html, blocks } = drawn['ro']!

test('what every component and element can be has no fault', () => {
  expect(inspectLesson(everything).faults).toEqual([])
})

test('HTML is the same each time it is drawn', async () => {
  expect(await renderLesson(everything, 'ro', beside)).toEqual({ html, blocks })
})

test('a change of what is drawn has a new RENDERING_VERSION, or what is stored would never follow', () => {
  const hash = createHash('sha256').update(JSON.stringify(locales.map((locale) => drawn[locale]))).digest('hex')
  expect({ version: RENDERING_VERSION, hash: hash.slice(0, 16) }).toEqual({ version: 6, hash: '1d6354529564a512' })
})

test('a heading is an anchor of its own that no part of the page can share, and links lead to it', () => {
  expect(html).toContain('<h2 id="sec-content">Content</h2>')
  expect(html).toContain('<a href="#sec-content">un titlu</a>')
})

test('a table scrolls by keyboard, is told apart by its name, and its alignment is no style', () => {
  expect(html).toContain('<div class="table-scroll" role="region" tabindex="0" aria-label="Tabelul 1: Un tabel"><table>')
  expect(html).toContain('aria-label="Tabelul 2: Un tabel"')
  expect(html).toContain('<th data-align="right" scope="col">Dreapta</th>')
  expect(html).not.toContain('style=')
})

test('where the corner of a table is empty its first column names the rows', () => {
  expect(html).toContain('<thead><tr><td></td><th')
  expect(html).toContain('<tr><th scope="row">Rând</th><td')
  expect(html).toContain('<tr><td>1</td><td>2</td></tr>')
})

test('labels are those of the language of the lesson', () => {
  for (const [locale, labels] of Object.entries({
    ro: ['Situația', 'De reținut', 'Încearcă mâine', 'În clasa ta', '25 de\u00a0minute', 'Surse'],
    en: ['The situation', 'To remember', 'Try it tomorrow', 'In your class', '25\u00a0minutes', 'Sources'],
    sv: ['Situationen', 'Att minnas', 'Prova i morgon', 'I din klass', '25\u00a0minuter', 'Källor'],
  })) {
    for (const label of labels) expect(drawn[locale]?.html).toContain(label)
  }
})

test('a component is named by its label and takes no level of the outline', () => {
  expect(html).toMatch(/<section class="lesson-remember" aria-labelledby="([^"]+)"><p class="lesson-label" id="\1"><span class="lesson-kind">De reținut<\/span><\/p>/)
  expect(html).toMatch(/<aside class="lesson-callout lesson-callout-check" role="note" aria-labelledby="([^"]+)"><p class="lesson-label" id="\1">/)
  expect([...html.matchAll(/<h\d/g)]).toHaveLength(2)
})

test('a term shows its full name to everybody, unless it is one, and leads to what it means and back', () => {
  expect(html).toContain('<span class="lesson-term"><a id="word-use-1" href="#word-1"><dfn>RED</dfn></a> <span class="lesson-term-name">(resursă educațională deschisă)</span></span>')
  expect(html).toContain('<span class="lesson-term"><a id="word-use-2" href="#word-2"><dfn>evaluarea formativă</dfn></a></span>')
  // The second time, from a checklist, it leads to the same place.
  expect(JSON.stringify(blocks)).toContain('<a href=\\"#word-1\\"><dfn>RED</dfn></a>')
  const words = /<section class="lesson-words".*<\/section>$/.exec(html)?.[0]
  expect(words).toContain('Cuvintele lecției')
  expect(words).toContain('<div id="word-1"><dt>RED <span class="lesson-term-name">(resursă educațională deschisă)</span></dt><dd>Un material cu licență. <a class="lesson-back" href="#word-use-1" aria-label="Înapoi la text: resursă educațională deschisă">↑</a></dd></div>')
  expect(words).toContain('<div id="word-2"><dt>evaluare formativă</dt><dd>Fără notă. ')
  expect(words?.match(/<dt>/g)).toHaveLength(2)
})

test('a lesson without terms has no words at its end', async () => {
  expect((await renderLesson('Un rând.', 'ro')).html).toBe('<p>Un rând.</p>')
})

test('choices side by side close each other, and those that follow from one of them are apart', () => {
  const names = [...html.matchAll(/<details class="lesson-choice" name="([^"]+)"><summary>([^<]+)<\/summary>/g)]
  expect(names.map(([, , label]) => label)).toEqual(['I-o dau', 'O schimb apoi', 'O las așa', 'Îl ajut altfel'])
  const [first, second, third, fourth] = names.map(([, name]) => name)
  expect([second === third, first === fourth, first === second]).toEqual([true, true, false])
})

test('what each reader fills in stands apart from what all share, with a mark in its place', () => {
  expect(blocks).toEqual([
    { kind: 'checklist', title: 'Înainte de oră', items: ['Bifat pe <em>hârtie</em>.', expect.stringMatching(/^A doua bifă, cu <span class="lesson-term">.*<\/span>\.$/) as string] },
    { kind: 'reflection', title: 'Acum tu', prompt: '<p>Ce <strong>schimbi</strong> mâine?</p>' },
  ])
  expect(html).not.toMatch(/Bifat|schimbi/)
  const parts = splitLesson(html, nameBlocks(blocks))
  expect(parts.map((part) => (part.kind === 'html' ? 'html' : part.name))).toEqual(['html', 'checklist-1', 'reflection-1', 'html'])
  expect(parts.flatMap((part) => (part.kind === 'html' ? part.html : [])).join('')).not.toContain('lesson-block')
})

test('what an author writes like a mark is text', async () => {
  const drawn = await renderLesson('`<lesson-block></lesson-block>` și \\<lesson-block>\\</lesson-block>', 'ro')
  expect(splitLesson(drawn.html, [])).toEqual([{ kind: 'html', html: drawn.html }])
})
