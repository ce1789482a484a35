// From an SVG file to the drawing that stands in a lesson. It is parsed as XML, held against the list of what a drawing may be made of,
// and written anew from the tree: nothing of the file reaches a page as it was.
import type { Element, ElementContent, Root, RootContent } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { toXml } from 'xast-util-to-xml'
import { mayHoldWords, refuseElement } from '#app/core/catalogue/drawing.ts'
import type { FileFault } from '#app/core/catalogue/fault.ts'
import { isParserMessage } from './mdx-parse.server.ts'

/** Elements within each other. */
const DEEPEST = 12

const MARKS = ['marker-start', 'marker-mid', 'marker-end']

/** Empty when it may stand in a lesson. */
export function inspectDrawing(source: string): FileFault[] {
  const parsed = parse(source)
  if ('fault' in parsed) return [parsed.fault]
  const faults: FileFault[] = []
  const ids = new Set<string>()
  const marks: { node: Element; id: string }[] = []
  const visit = (node: RootContent, parent: string, depth: number): void => {
    if (node.type === 'comment' || node.type === 'instruction') return
    if (node.type === 'text') {
      if (node.value.trim() !== '' && !mayHoldWords(parent)) faults.push(faultAt(node, 'Words stand outside <text>.', 'Put them into <text x="…" y="…">.'))
      return
    }
    if (node.type !== 'element') return void faults.push(faultAt(node, `A ${node.type} stands in the drawing.`, 'Remove it.'))
    if (depth > DEEPEST) return void faults.push(faultAt(node, 'This is nested too deep.', 'Nest elements less.'))
    for (const { message, cure } of refuseElement(node.name, parent, node.attributes)) faults.push(faultAt(node, message, cure))
    const { id } = node.attributes
    if (id && ids.has(id)) faults.push(faultAt(node, `The id "${id}" stands here a second time.`, 'Give each its own.'))
    if (id) ids.add(id)
    for (const name of MARKS) if (node.attributes[name]) marks.push({ node, id: targetOf(node.attributes[name]) })
    for (const child of node.children) visit(child, node.name, depth + 1)
  }
  for (const node of parsed.tree.children) visit(node, '', 1)
  for (const { node, id } of marks) if (!ids.has(id)) faults.push(faultAt(node, `No <marker> has the id "${id.slice(0, 40)}".`, 'Name one of this drawing.'))
  return faults
}

/**
 * The drawing as HTML. `alt` is its name for who cannot see it; `prefix` keeps its ids apart from those of all else on the page.
 * @throws Error when the source has a fault
 */
export function writeDrawing(source: string, { alt, prefix }: { alt: string; prefix: string }): string {
  const [fault] = inspectDrawing(source)
  const parsed = parse(source)
  const svg = 'tree' in parsed ? parsed.tree.children.find((node) => node.type === 'element') : undefined
  if (fault || !svg) throw new Error(`not a drawing: ${fault?.line}:${fault?.column} ${fault?.message}`)
  const { xmlns: _, ...attributes } = svg.attributes
  return toXml({ ...written(svg, prefix), attributes: { ...attributes, class: 'drawing', role: 'img', 'aria-label': alt, focusable: 'false' } }, { closeEmptyElements: true })
}

/** Without what nobody sees: comments, and names beside `alt`. */
function written(node: Element, prefix: string): Element {
  const attributes = Object.entries(node.attributes).map(([name, value]) => [name, name === 'id' ? `${prefix}-${value}` : MARKS.includes(name) ? `url(#${prefix}-${targetOf(value)})` : value])
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child]
    return child.type === 'element' && child.name !== 'title' && child.name !== 'desc' ? [written(child, prefix)] : []
  })
  return { ...node, attributes: Object.fromEntries(attributes) as Element['attributes'], children }
}

/** url(#id) */
function targetOf(value: string | null | undefined): string {
  return value?.slice(5, -1) ?? ''
}

function parse(source: string): { tree: Root } | { fault: FileFault } {
  try {
    return { tree: fromXml(source) }
  } catch (error) {
    if (error instanceof RangeError) return { fault: { line: 1, column: 1, message: 'The drawing is nested too deep to be read.', cure: `Nest at most ${DEEPEST} deep.` } }
    if (!isParserMessage(error)) throw error
    const cause = error.cause instanceof Error ? error.cause.message : error.reason
    const [reason = ''] = cause.split(' (line ')
    return { fault: { line: error.line ?? 1, column: error.column ?? 1, message: `${reason.replace(/\s+/g, ' ').replace(/\.$/, '')}.`, cure: 'Write it as XML: every element closed, every attribute in quotation marks.' } }
  }
}

function faultAt({ position }: RootContent, message: string, cure: string): FileFault {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1, message, cure }
}
