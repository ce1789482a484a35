// The parts of a lesson that each reader fills in alone. The lesson's HTML, which all readers share, holds a mark in their place.
import { z } from 'zod'
import type { FileFault, Place } from './fault.ts'

export const blockKinds = ['checklist', 'reflection'] as const
export type BlockKind = (typeof blockKinds)[number]

/** Titles are text; items and prompts are HTML, safe to show as it is. */
export const lessonBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('checklist'), title: z.string(), items: z.array(z.string()) }),
  z.object({ kind: z.literal('reflection'), title: z.string(), prompt: z.string() }),
])
export type LessonBlock = z.infer<typeof lessonBlock>

/** `name` is the block's identity within its lesson, in every language and version: its kind and its place among its kind. */
export type NamedBlock = LessonBlock & { name: string }

/** No text of an author can be it: a sign `<` of theirs is written `&lt;`. */
const MARK = '<lesson-block></lesson-block>'

export function nameBlocks(blocks: readonly LessonBlock[]): NamedBlock[] {
  return blocks.map((block, index) => ({ ...block, name: `${block.kind}-${blocks.slice(0, index + 1).filter(({ kind }) => kind === block.kind).length}` }))
}

export type LessonPart = { kind: 'html'; html: string } | NamedBlock

/** HTML and blocks in the order in which they are read. */
export function splitLesson(html: string, blocks: readonly NamedBlock[]): LessonPart[] {
  return html.split(MARK).flatMap((part, index): LessonPart[] => {
    const block = blocks[index]
    return [...(part.trim() === '' ? [] : [{ kind: 'html' as const, html: part }]), ...(block ? [block] : [])]
  })
}

/** A block as its author placed it. `items`: how many boxes it has. */
export type PlacedBlock = Place & { kind: BlockKind; items: number }

const tags: Record<BlockKind, string> = { checklist: '<Checklist>', reflection: '<Reflection>' }

/** What was kept for a block in one language is shown in the others: where they do not have the same blocks. */
export function compareBlocks(source: readonly PlacedBlock[], other: readonly PlacedBlock[]): FileFault[] {
  return blockKinds.flatMap((kind) => {
    const [there, here] = [source, other].map((blocks) => blocks.filter((block) => block.kind === kind)) as [PlacedBlock[], PlacedBlock[]]
    const cure = 'Write the same in every language.'
    const surplus = here.slice(there.length).map(({ line, column }) => ({ line, column, message: `The Romanian lesson has ${there.length} ${tags[kind]}.`, cure }))
    const missing = here.length < there.length ? [{ line: 1, column: 1, message: `The lesson has ${here.length} ${tags[kind]}, in Romanian ${there.length}.`, cure }] : []
    const uneven = here.flatMap(({ line, column, items }, index) => {
      const wanted = there[index]?.items ?? items
      return items === wanted ? [] : [{ line, column, message: `${tags[kind]} has ${items} items, in Romanian ${wanted}.`, cure }]
    })
    return [...surplus, ...missing, ...uneven]
  })
}
