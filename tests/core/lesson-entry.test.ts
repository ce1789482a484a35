// What may be entered in a block of a lesson.
import { expect, test } from 'vitest'
import type { LessonBlock } from '#app/core/catalogue/lesson-blocks.ts'
import { LONGEST_NOTE, readEntry } from '#app/core/progress/lesson-entry.ts'

const checklist: LessonBlock = { kind: 'checklist', title: 'C', items: ['a', 'b', 'c'] }
const reflection: LessonBlock = { kind: 'reflection', title: 'R', prompt: '<p>?</p>' }

test.each([
  ['item=1&item=3', [1, 3], null],
  ['item=3&item=1&item=3', [1, 3], null],
  ['', [], null],
  ['note=ceva', [], null],
  ['item=4', [], 'unknown-item'],
  ['item=1&item=0', [1], 'unknown-item'],
  ['item=1e0', [], 'unknown-item'],
  ['item=01', [], 'unknown-item'],
  ['item=', [], 'unknown-item'],
  ['item=%00', [], 'unknown-item'],
])('a checklist posted as "%s"', (posted, ticked, fault) => {
  expect(readEntry(checklist, new URLSearchParams(posted))).toEqual({ entry: { ticked }, fault })
})

test.each([
  ['a text with its lines', 'unu\r\n\r\ndoi\ttrei', 'unu\n\ndoi\ttrei', null],
  ['nothing', '', '', null],
  ['signs that cannot be kept', 'a\u0000b\u0007c\ud800d', 'abc\ufffdd', null],
  ['joined pictures and combined letters', '👩‍🏫 s\u0326', '👩‍🏫 s\u0326', null],
  ['the longest text', 'a'.repeat(LONGEST_NOTE), 'a'.repeat(LONGEST_NOTE), null],
  ['lines that a browser counts as one sign each', 'a\r\n'.repeat(LONGEST_NOTE / 2 - 1) + 'ab', 'a\n'.repeat(LONGEST_NOTE / 2 - 1) + 'ab', null],
  ['a longer text', 'a'.repeat(LONGEST_NOTE + 1), 'a'.repeat(LONGEST_NOTE + 1), 'too-long'],
])('a reflection with %s', (_name, posted, note, fault) => {
  expect(readEntry(reflection, new URLSearchParams({ note: posted }))).toEqual({ entry: { note }, fault })
})
