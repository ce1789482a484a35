// Parses a lesson to its syntax tree. Nothing is run, and what would take long to parse is refused before it begins.
import type { Nodes, Root } from 'mdast'
import type {} from 'remark-mdx'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { VFile } from 'vfile'
import type { FileFault } from '#app/core/catalogue/fault.ts'

export type LessonNode = Nodes
export type Component = Extract<LessonNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>

/** Ten times what the richest lesson has. Parsing is quadratic in some marks: 20 000 brackets take seconds, a thousand of every kind together one. */
const MOST_OF_ONE_MARK = 1_000
const marks = /[!-/:-@[-`{-~]/g

/** Components, lists and quotations within each other; lessons need eight. */
const DEEPEST = 20

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze()

/** Line numbers in faults are those of `source`: head and all that is not lesson are to be blank lines in it. */
export function parseLesson(source: string): { tree: Root } | { fault: FileFault } {
  const counts = new Map<string, number>()
  for (const { 0: mark, index } of source.matchAll(marks)) {
    const count = (counts.get(mark) ?? 0) + 1
    counts.set(mark, count)
    if (count > MOST_OF_ONE_MARK) return { fault: { ...placeOf(source, index), message: `This is "${mark}" number ${count}.`, cure: `A lesson has at most ${MOST_OF_ONE_MARK} of one mark: make it shorter.` } }
  }
  try {
    return { tree: parser.parse(source) }
  } catch (error) {
    // The stack of a parser that descends into what is nested without end.
    if (error instanceof RangeError) return { fault: { line: 1, column: 1, message: 'The lesson is nested too deep to be read.', cure: `Nest at most ${DEEPEST} deep.` } }
    if (!isParserMessage(error)) throw error
    // Of what is open at the end of a file only the words of the message tell where it began.
    const [, line = 1, column = 1] = / \((\d+):(\d+)-\d+:\d+\)/.exec(error.reason) ?? []
    const message = error.reason.replace(/\s+/g, ' ').replace(/\.?$/, '.')
    return { fault: { line: error.line ?? Number(line), column: error.column ?? Number(column), message, cure: 'Close every component, write \\< and \\{ for a sign that is text, and leave out HTML comments.' } }
  }
}

/** What parsers of this family throw: a place and a reason. */
export function isParserMessage(error: unknown): error is VFile['messages'][number] {
  return error instanceof Error && 'reason' in error && 'ruleId' in error
}

function placeOf(source: string, index: number) {
  const before = source.slice(0, index).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

export type Visited = { node: LessonNode; ancestors: readonly LessonNode[] }

/** Every node down to the deepest that is allowed, in reading order, each after what it stands in. */
export function* descend(root: LessonNode): Generator<Visited> {
  const waiting: Visited[] = [{ node: root, ancestors: [] }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    const { node, ancestors } = next
    if (!('children' in node) || isTooDeep(next)) continue
    const within = [...ancestors, node]
    for (const child of node.children.toReversed()) waiting.push({ node: child, ancestors: within })
  }
}

/** What such a node holds is not visited. */
export function isTooDeep({ ancestors }: Visited): boolean {
  return ancestors.length > DEEPEST
}

/** The text that a reader sees, without pictures. */
export function textOf(node: LessonNode): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : ''
}

/** A fault where the node begins. */
export function faultAt(node: { position?: LessonNode['position'] }, message: string, cure: string): FileFault {
  const { line = 1, column = 1 } = node.position?.start ?? {}
  return { line, column, message, cure }
}
