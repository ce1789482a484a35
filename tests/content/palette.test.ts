// What the palette asks of its components, each thing that is not so named with its line and column.
import { expect, test } from 'vitest'
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
])('%s', (_name, source, faults) => {
  expect(faultsOf(source)).toEqual(faults)
})
