// What the palette asks of its components, each thing that is not so named with its line and column.
import { expect, test } from 'vitest'
import { compareBlocks } from '#app/core/catalogue/lesson-blocks.ts'
import { inspectLesson } from '#app/platform/mdx.server.ts'

function faultsOf(source: string): string[] {
  return inspectLesson(source).faults.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

/** A choice with what stands in it, as an author would write it. */
function choice(...within: string[]): string {
  return ['<Choice label="Așa">', 'Ce urmează.', ...within, '</Choice>'].join('\n\n')
}

/** Choices in choices, so many deep. */
function fork(depth: number): string {
  return depth === 1 ? `${choice()}\n\n${choice()}` : `${choice(fork(depth - 1))}\n\n${choice()}`
}

test.each([
  ['a scenario without a choice', 'Un rând.\n\n<Scenario title="S">\n\nCeva.\n\n</Scenario>', ['3:1 <Scenario> holds no <Choice>.']],
  ['a scenario with one choice', `<Scenario title="S">\n\n${choice()}\n\n</Scenario>`, ['1:1 <Scenario> holds one <Choice>.']],
  ['a choice that leads to one', `<Scenario title="S">\n\n${choice(choice())}\n\n${choice()}\n\n</Scenario>`, ['3:1 <Choice> holds one <Choice>.']],
  ['a choice by itself', choice(), ['1:1 <Choice> stands outside <Scenario> or <Choice>.']],
  ['a choice within something else', `<Scenario title="S">\n\n${choice()}\n\n${choice()}\n\n<Steps>\n\n1. Un pas.\n\n   <Choice label="Așa">\n\n   Ceva.\n\n   </Choice>\n\n</Steps>\n\n</Scenario>`, ['19:4 <Choice> stands outside <Scenario> or <Choice>.']],
  ['a fourth choice in a row', `<Scenario title="S">\n\n${fork(4)}\n\n</Scenario>`, ['15:1 <Choice> stands more than 3 deep.', '21:1 <Choice> stands more than 3 deep.']],
  ['a choice without a label', `<Scenario title="S">\n\n<Choice>\n\nCeva.\n\n</Choice>\n\n${choice()}\n\n</Scenario>`, ['3:1 <Choice> has no "label".']],
  ['three choices in a row', `<Scenario title="S">\n\n${fork(3)}\n\n</Scenario>`, []],
  ['a checklist in something else', '<Activity title="A" minutes="20">\n\n<Checklist title="C">\n\n- Unu.\n\n</Checklist>\n\n</Activity>', ['3:1 <Checklist> stands in something else.']],
  ['a reflection in something else', '> <Reflection title="R">\n>\n> Ce crezi?\n>\n> </Reflection>', ['1:3 <Reflection> stands in something else.']],
  ['a reflection without a title', '<Reflection>\n\nCe crezi?\n\n</Reflection>', ['1:1 <Reflection> has no "title".']],
  ['a reflection that asks nothing', 'Un rând.\n\n<Reflection title="R">\n</Reflection>', ['3:1 <Reflection> is empty.']],
  ['a checklist in a checklist', '<Checklist title="C">\n\n- Unu.\n  - Doi.\n\n</Checklist>', ['1:1 <Checklist> holds something else than one list, of one paragraph each.']],
  ['a term in a link', 'Un [rând cu <Term name="x">x</Term>](/courses).', ['1:13 The term stands in a link.']],
  ['a checklist with space between its items', '<Checklist title="C">\n\n- Unu.\n\n- Doi.\n\n</Checklist>', []],
])('%s', (_name, source, faults) => {
  expect(faultsOf(source)).toEqual(faults)
})

test('a lesson has the same checklists and reflections in every language, or it is said where not', () => {
  const checklist = (items: number) => `<Checklist title="C">\n\n${'- Ceva.\n'.repeat(items)}\n</Checklist>`
  const reflection = '<Reflection title="R">\n\nCe crezi?\n\n</Reflection>'
  const compare = (...lessons: [string, string]) => {
    const [source, other] = lessons.map((text) => inspectLesson(text).blocks) as [ReturnType<typeof inspectLesson>['blocks'], ReturnType<typeof inspectLesson>['blocks']]
    return compareBlocks(source, other).map(({ line, column, message }) => `${line}:${column} ${message}`)
  }
  expect(compare(`${checklist(2)}\n\n${reflection}`, `Un rând.\n\n${reflection}\n\n${checklist(2)}`)).toEqual([])
  expect(compare(checklist(2), `Un rând.\n\n${checklist(3)}`)).toEqual(['3:1 <Checklist> has 3 items, in Romanian 2.'])
  expect(compare(checklist(2), `${checklist(2)}\n\n${checklist(2)}`)).toEqual(['8:1 The Romanian lesson has 1 <Checklist>.'])
  expect(compare(`${checklist(2)}\n\n${reflection}`, 'Nimic.')).toEqual(['1:1 The lesson has 0 <Checklist>, in Romanian 1.', '1:1 The lesson has 0 <Reflection>, in Romanian 1.'])
})
