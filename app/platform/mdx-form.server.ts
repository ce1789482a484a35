// What makes a lesson readable by everybody: headings in steps, pictures in words, links that arrive, components used as they are meant.
import type { Root } from 'mdast'
import type { Root as HtmlRoot } from 'hast'
import rehypeSlug from 'rehype-slug'
import type { FileFault } from '#app/core/catalogue/fault.ts'
import { findComponentRule, MOST_CHOICES_IN_A_ROW } from '#app/core/catalogue/palette.ts'
import { wordsOf } from '#app/core/catalogue/words.ts'
import { descend, faultAt, textOf, type Component, type LessonNode, type Visited } from './mdx-parse.server.ts'

export function checkForm(tree: Root): FileFault[] {
  const visited = [...descend(tree)]
  return [...checkHeadings(visited), ...checkLinks(visited), ...checkPictures(visited), ...visited.flatMap(checkComponent), ...checkRepeated(visited)]
}

/** Words that are read, in text and titles. */
export function countWords(tree: Root): number {
  let words = 0
  for (const { node } of descend(tree)) for (const text of textsOf(node)) words += wordsOf(text).length
  return words
}

function textsOf(node: LessonNode): string[] {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return [node.value]
  if (!isComponent(node)) return []
  const rule = node.name === null ? null : findComponentRule(node.name)
  return node.attributes.flatMap((attribute) => (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string' && rule?.attributes[attribute.name]?.kind !== 'drawing' ? [attribute.value] : []))
}

function checkHeadings(visited: readonly Visited[]): FileFault[] {
  const faults: FileFault[] = []
  let above = 1
  for (const { node } of visited) {
    if (node.type !== 'heading') continue
    if (node.depth === 1) faults.push(faultAt(node, 'The heading is as high as the title of the lesson.', 'Begin with ##.'))
    else if (node.depth > above + 1) faults.push(faultAt(node, `A heading of level ${node.depth} follows level ${above}.`, `Write ${'#'.repeat(above + 1)}.`))
    if (textOf(node).trim() === '') faults.push(faultAt(node, 'The heading is empty.', 'Write what the part is about.'))
    above = node.depth
  }
  return faults
}

function checkLinks(visited: readonly Visited[]): FileFault[] {
  const anchors = new Set(headingAnchors(visited))
  return visited.flatMap(({ node }) => {
    if (node.type !== 'link') return []
    if (textOf(node).trim() === '') return [faultAt(node, 'The link has no text.', 'Write where it leads: [text](address).')]
    if (!node.url.startsWith('#') || anchors.has(decode(node.url.slice(1)))) return []
    const cure = anchors.size > 0 ? `Link to one of ${[...anchors].map((anchor) => `#${anchor}`).join(', ')}.` : 'The lesson has no heading to link to.'
    return [faultAt(node, `No heading answers to ${node.url}.`, cure)]
  })
}

function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor)
  } catch {
    return anchor
  }
}

/** As the compiler will name them: the same plugin names headings made of the same text. */
export function headingAnchors(visited: readonly Visited[]): string[] {
  const headings = visited.flatMap(({ node }) => (node.type === 'heading' && textOf(node).trim() !== '' ? textOf(node) : []))
  const tree: HtmlRoot = {
    type: 'root',
    children: headings.map((value) => ({ type: 'element', tagName: 'h2', properties: {}, children: [{ type: 'text', value }] })),
  }
  rehypeSlug()(tree)
  return tree.children.flatMap((node) => (node.type === 'element' ? String(node.properties['id']) : []))
}

function checkPictures(visited: readonly Visited[]): FileFault[] {
  return visited.flatMap(({ node }) =>
    node.type === 'image' && !node.alt?.trim() ? [faultAt(node, 'The image has no words for who cannot see it.', 'Write ![what it shows](/…).')] : [],
  )
}

function checkComponent({ node, ancestors }: Visited): FileFault[] {
  if (node.type === 'listItem' && typeof node.checked === 'boolean') return [faultAt(node, 'The box cannot be ticked here.', 'Write <Checklist title="…"> around a plain list.')]
  if (!isComponent(node) || node.name === null) return []
  const rule = findComponentRule(node.name)
  if (!rule) return []
  const faults: FileFault[] = []
  if (!rule.isInline && node.type === 'mdxJsxTextElement') faults.push(faultAt(node, `<${node.name}> stands in a line of text.`, 'Put its tags on lines of their own, with a blank line around what they hold.'))
  const parent = ancestors.at(-1)
  if (rule.within && !rule.within.some((name) => isNamed(parent, name))) {
    const places = rule.within.map((name) => `<${name}>`).join(' or ')
    faults.push(faultAt(node, `<${node.name}> stands outside ${places}.`, `Put it into ${places}.`))
  }
  if (rule.isOwn && parent?.type !== 'root') faults.push(faultAt(node, `<${node.name}> stands in something else.`, 'Put it on the lesson\'s own level: what a reader enters is kept for it.'))
  if (node.name === 'Term' && ancestors.some(({ type }) => type === 'link')) faults.push(faultAt(node, 'The term stands in a link.', 'Put it beside the link: it is a link itself, to what it means.'))
  if (node.children.length === 0) faults.push(faultAt(node, `<${node.name}> is empty.`, 'Write what it is to hold, or remove it.'))
  else if (rule.holds && !holds(node, rule.holds)) faults.push(faultAt(node, `<${node.name}> holds something else than ${described[rule.holds]}.`, `Leave ${described[rule.holds]} alone in it.`))
  return [...faults, ...checkChoices(node, ancestors)]
}

/** Where there is something to choose there are two ways at least, and a reader can still tell how they came there. */
function checkChoices(node: Component, ancestors: readonly LessonNode[]): FileFault[] {
  const ways = node.children.filter((child) => isNamed(child, 'Choice')).length
  const isTooFew = node.name === 'Scenario' ? ways < 2 : ways === 1
  const isTooFar = node.name === 'Choice' && ancestors.filter((each) => isNamed(each, 'Choice')).length >= MOST_CHOICES_IN_A_ROW
  return [
    ...(isTooFew ? [faultAt(node, `<${node.name}> holds ${ways === 0 ? 'no' : 'one'} <Choice>.`, 'Write at least two <Choice> in it, side by side.')] : []),
    ...(isTooFar ? [faultAt(node, `<Choice> stands more than ${MOST_CHOICES_IN_A_ROW} deep.`, 'Let the scenario end sooner.')] : []),
  ]
}

const described = { list: 'one list', 'list of lines': 'one list, of one paragraph each', 'ordered list': 'one numbered list', 'Before and After': 'one <Before> and then one <After>' } as const

function holds(node: Component, wanted: keyof typeof described): boolean {
  const [first, second, ...others] = node.children
  if (wanted === 'Before and After') return others.length === 0 && isNamed(first, 'Before') && isNamed(second, 'After')
  if (second !== undefined || first?.type !== 'list') return false
  if (wanted === 'list of lines') return first.children.every(({ children: [line, more] }) => line?.type === 'paragraph' && more === undefined)
  return wanted === 'list' || first.ordered === true
}

function isNamed(node: LessonNode | undefined, name: string): boolean {
  return node !== undefined && isComponent(node) && node.name === name
}

function checkRepeated(visited: readonly Visited[]): FileFault[] {
  const seen = new Set<string>()
  return visited.flatMap(({ node }) => {
    if (!isComponent(node) || node.name === null || !findComponentRule(node.name)?.isOnce) return []
    if (seen.has(node.name)) return [faultAt(node, `<${node.name}> stands here a second time.`, 'Put all of it into the first.')]
    seen.add(node.name)
    return []
  })
}

function isComponent(node: LessonNode): node is Component {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}
