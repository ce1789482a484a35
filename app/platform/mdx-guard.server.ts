// The allow-list of a lesson: its syntax tree holds no code, no HTML, no component, attribute or address but those named in the palette.
import type { FileFault } from '#app/core/catalogue/fault.ts'
import { componentNames, findAttribute, findComponentRule, refuseAttribute } from '#app/core/catalogue/palette.ts'
import { refuseImage, refuseLink } from '#app/core/catalogue/safe-address.ts'
import { descend, faultAt, isTooDeep, type Component, type LessonNode } from './mdx-parse.server.ts'

/** A table is drawn with as many cells in each row as its head has, however few are written. */
const MOST_CELLS = 1_000

const DIRECTLY = 'Write the address beside its text: [text](https://…).'
const NO_CODE = 'Remove it: a lesson holds text and components, no code. A brace that is text is written \\{.'

/** Why a kind of node is refused, and what to do; null: it may be there. A kind that is not named here is refused. */
const kinds: Partial<Record<LessonNode['type'], { message: string; cure: string } | null>> = {
  root: null,
  paragraph: null,
  heading: null,
  text: null,
  emphasis: null,
  strong: null,
  delete: null,
  inlineCode: null,
  code: null,
  break: null,
  thematicBreak: null,
  blockquote: null,
  list: null,
  listItem: null,
  link: null,
  image: null,
  table: null,
  tableRow: null,
  tableCell: null,
  mdxJsxFlowElement: null,
  mdxJsxTextElement: null,
  mdxjsEsm: { message: 'import and export are code.', cure: NO_CODE },
  mdxFlowExpression: { message: '{…} is code.', cure: NO_CODE },
  mdxTextExpression: { message: '{…} is code.', cure: NO_CODE },
  definition: { message: 'An address is defined apart from its link.', cure: DIRECTLY },
  linkReference: { message: 'The link refers to an address elsewhere.', cure: DIRECTLY },
  imageReference: { message: 'The image refers to an address elsewhere.', cure: DIRECTLY },
  footnoteReference: { message: 'There are no footnotes here.', cure: 'Name the source in <Sources>.' },
  footnoteDefinition: { message: 'There are no footnotes here.', cure: 'Name the source in <Sources>.' },
}

/** Empty when the tree may be compiled and run. */
export function refuseUnsafe(root: LessonNode): FileFault[] {
  const faults: FileFault[] = []
  for (const visited of descend(root)) {
    const { node } = visited
    const refused = Object.hasOwn(kinds, node.type) ? kinds[node.type] : { message: `A ${node.type} cannot stand here.`, cure: 'Remove it.' }
    if (refused) faults.push(faultAt(node, refused.message, refused.cure))
    else faults.push(...refuseNode(node))
    if (isTooDeep(visited)) faults.push(faultAt(node, 'This is nested too deep.', 'Nest components, lists and quotations less.'))
  }
  return faults
}

function refuseNode(node: LessonNode): FileFault[] {
  switch (node.type) {
    case 'link':
      return refuseAddress(node, refuseLink(node.url))
    case 'image':
      return refuseAddress(node, refuseImage(node.url))
    case 'table':
      return node.children.length * (node.children[0]?.children.length ?? 0) > MOST_CELLS ? [faultAt(node, `The table has more than ${MOST_CELLS} cells.`, 'Make it smaller.')] : []
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return refuseComponent(node)
    default:
      return []
  }
}

function refuseAddress(node: LessonNode & { url: string }, cure: string | null): FileFault[] {
  return cure === null ? [] : [faultAt(node, `The address ${JSON.stringify(node.url.slice(0, 60))} cannot be used.`, cure)]
}

function refuseComponent(node: Component): FileFault[] {
  const rule = node.name === null ? null : findComponentRule(node.name)
  if (!rule) return [faultAt(node, `<${node.name ?? ''}> is not a component of lessons.`, `Write Markdown, or one of ${componentNames.join(', ')}; a < that is text is written \\<.`)]
  const faults: FileFault[] = []
  const given = new Set<string>()
  for (const attribute of node.attributes) {
    const at = attribute.position ? attribute : node
    if (attribute.type !== 'mdxJsxAttribute') {
      faults.push(faultAt(at, `<${node.name}> has an attribute that is code.`, NO_CODE))
      continue
    }
    const known = findAttribute(rule, attribute.name)
    if (!known) {
      const names = Object.keys(rule.attributes)
      faults.push(faultAt(at, `<${node.name}> has no attribute "${attribute.name}".`, names.length > 0 ? `It has ${names.join(', ')}.` : 'It has none.'))
    } else if (given.has(attribute.name)) {
      faults.push(faultAt(at, `<${node.name}> has "${attribute.name}" twice.`, 'Keep one.'))
    } else if (typeof attribute.value !== 'string') {
      faults.push(faultAt(at, `"${attribute.name}" of <${node.name}> is not a text.`, `Write ${attribute.name}="…".`))
    } else {
      const cure = refuseAttribute(known, attribute.value)
      if (cure !== null) faults.push(faultAt(at, `"${attribute.name}" of <${node.name}> is ${JSON.stringify(attribute.value.slice(0, 60))}.`, cure))
    }
    given.add(attribute.name)
  }
  const missing = Object.entries(rule.attributes).filter(([name, { isRequired }]) => isRequired && !given.has(name))
  return [...faults, ...missing.map(([name]) => faultAt(node, `<${node.name}> has no "${name}".`, `Write ${name}="…".`))]
}
