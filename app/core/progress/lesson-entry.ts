// What a reader enters in a block of a lesson: boxes that there are, or a text that is not too long.
import { z } from 'zod'
import type { LessonBlock } from '../catalogue/lesson-blocks.ts'

/** `ticked`: places in the checklist, from 1. */
export const lessonEntry = z.union([z.object({ ticked: z.array(z.int().positive()) }), z.object({ note: z.string() })])
export type LessonEntry = z.infer<typeof lessonEntry>

/** In UTF-16 units, as browsers count. */
export const LONGEST_NOTE = 4_000

export type EntryFault = 'too-long' | 'unknown-item'

/** Control characters and half characters, which PostgreSQL refuses to keep; line ends and tabs stay. */
const unwritable = /[^\P{Cc}\n\t]|\p{Cs}/gu

/** What was posted, as far as it can be shown again, and what is wrong with it. */
export function readEntry(block: LessonBlock, fields: URLSearchParams): { entry: LessonEntry; fault: EntryFault | null } {
  if (block.kind === 'reflection') {
    const note = (fields.get('note') ?? '').replace(/\r\n?/g, '\n').replace(unwritable, '').trimEnd()
    return { entry: { note }, fault: note.length > LONGEST_NOTE ? 'too-long' : null }
  }
  const posted = [...new Set(fields.getAll('item'))]
  const ticked = block.items.map((_, index) => index + 1).filter((place) => posted.includes(String(place)))
  return { entry: { ticked }, fault: ticked.length < posted.length ? 'unknown-item' : null }
}
