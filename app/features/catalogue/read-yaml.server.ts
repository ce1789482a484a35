// Reads YAML as plain data that knows where it was written: core schema, no anchors, no aliases, no tags, one document.
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml'
import type { FileFault, Path, Place, Problem } from '#app/core/catalogue/fault.ts'

export type YamlFile = {
  /** Undefined when the text is not YAML as it is read here. */
  value: unknown
  faults: FileFault[]
  /** The problems of the value, each where it is written. */
  locate(problems: readonly Problem[]): FileFault[]
}

export function readYaml(text: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', merge: false, strict: true, uniqueKeys: true, stringKeys: true, prettyErrors: false, logLevel: 'error' })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const faults = [...syntaxFaults(document, placeAt), ...refusedNodes(document, placeAt)]
  if (faults.length > 0) return { value: undefined, faults, locate: () => [] }
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    faults,
    locate: (problems) => problems.map(({ path, on, message, cure }) => ({ ...placeAt(offsetOf(document.contents, path, on)), message, cure })),
  }
}

function syntaxFaults(document: Document.Parsed, placeAt: (offset: number) => Place): FileFault[] {
  const found = [...document.errors, ...document.warnings]
  // Nesting without end is told once for each level that did not fit on the stack.
  const exhausted = found.find(({ code }) => code === 'RESOURCE_EXHAUSTION')
  if (exhausted) return [{ ...placeAt(exhausted.pos[0]), message: 'This is nested too deep.', cure: 'Write it as the guide to courses shows.' }]
  return found.map(({ pos, message }) => ({
    ...placeAt(pos[0]),
    message: message.replace(/\s+/g, ' ').replace(/\.?$/, '.'),
    cure: 'Write it as plain YAML; a text with a colon or a hash goes into quotation marks.',
  }))
}

function refusedNodes(document: Document.Parsed, placeAt: (offset: number) => Place): FileFault[] {
  const faults: FileFault[] = []
  visit(document, (_key, node) => {
    const message = isNode(node) ? refuse(node) : null
    if (isNode(node) && message !== null) faults.push({ ...placeAt(node.range?.[0] ?? 0), message, cure: 'Write the value itself, in full, in each place.' })
  })
  return faults
}

function refuse(node: Node): string | null {
  if (isAlias(node)) return `The alias *${node.source} stands for another value.`
  if (node.anchor !== undefined) return `The anchor &${node.anchor} is for a value that repeats.`
  return node.tag === undefined ? null : `The tag ${node.tag.replace('tag:yaml.org,2002:', '!!')} makes something else of a value.`
}

/** Of what the path leads to; where it leads to nothing, of the last thing on the way that there is. */
function offsetOf(root: Node | null, path: Path, on: Problem['on']): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  path.forEach((part, index) => {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part)) : undefined
    const next: unknown = pair ? pair.value : isSeq(node) && typeof part === 'number' ? node.items[part] : undefined
    const place = pair && (on === 'key' && index === path.length - 1 ? pair.key : (pair.value ?? pair.key))
    const found = place ?? next
    if (isNode(found)) offset = found.range?.[0] ?? offset
    node = next
  })
  return offset
}
