// What a lesson is made of, for whatever is asked of it beyond its own form: how long it is, how it reads, where it leads.
import type { Root } from 'mdast'
import type { Place } from '#app/core/catalogue/fault.ts'
import type { PlacedBlock } from '#app/core/catalogue/lesson-blocks.ts'
import type { Passage } from '#app/core/catalogue/readability.ts'
import { listBlocks } from './mdx-blocks.server.ts'
import { countWords, headingAnchors } from './mdx-form.server.ts'
import { descend, type LessonNode, type Visited } from './mdx-parse.server.ts'

/** Something named in a lesson that stands elsewhere. */
export type Use = Place & { name: string }

export type Survey = {
  words: number
  /** The names of its components, each as often as it stands there. */
  components: string[]
  /** That its activities take. */
  activityMinutes: number
  /** Its paragraphs, without those of <Sources>. */
  passages: Passage[]
  /** What can be linked to: its headings. */
  anchors: string[]
  /** What in it is the same in every language. */
  blocks: PlacedBlock[]
  /** The files of its figures. */
  drawings: Use[]
  /** The full names of its terms. */
  terms: Use[]
  addresses: (Place & { address: string; kind: 'link' | 'image' })[]
}

export const emptySurvey: Survey = { words: 0, components: [], activityMinutes: 0, passages: [], anchors: [], blocks: [], drawings: [], terms: [], addresses: [] }

export function surveyLesson(tree: Root): Survey {
  const visited = [...descend(tree)]
  const nodes = visited.map(({ node }) => node)
  return {
    words: countWords(tree),
    components: nodes.flatMap((node) => nameOf(node) ?? []),
    activityMinutes: nodes.reduce((sum, node) => sum + (nameOf(node) === 'Activity' ? Number(attributeOf(node, 'minutes')) || 0 : 0), 0),
    passages: visited.flatMap(passageOf),
    anchors: headingAnchors(visited),
    blocks: listBlocks(tree),
    drawings: usesOf(nodes, 'Figure', 'file'),
    terms: usesOf(nodes, 'Term', 'name'),
    addresses: nodes.flatMap((node) => (node.type === 'link' || node.type === 'image' ? { ...placeOf(node), address: node.url, kind: node.type } : [])),
  }
}

function nameOf(node: LessonNode): string | null {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? node.name : null
}

function usesOf(nodes: readonly LessonNode[], component: string, attribute: string): Use[] {
  return nodes.flatMap((node) => (nameOf(node) === component ? { ...placeOf(node), name: attributeOf(node, attribute) } : [])).filter(({ name }) => name !== '')
}

/** Empty where it is not written. */
function attributeOf(node: LessonNode, name: string): string {
  const attributes = 'attributes' in node && Array.isArray(node.attributes) ? node.attributes : []
  const value = attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name)?.value
  return typeof value === 'string' ? value : ''
}

function passageOf({ node, ancestors }: Visited): Passage[] {
  if (node.type !== 'paragraph' || ancestors.some((ancestor) => nameOf(ancestor) === 'Sources')) return []
  const passage: { text: string; parts: Passage['parts'][number][] } = { text: '', parts: [] }
  for (const { node: leaf } of descend(node)) {
    if (leaf.type !== 'text' && leaf.type !== 'inlineCode') continue
    passage.parts.push({ ...placeOf(leaf), at: passage.text.length })
    passage.text += leaf.value
  }
  return [passage]
}

function placeOf({ position }: LessonNode): Place {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 }
}
