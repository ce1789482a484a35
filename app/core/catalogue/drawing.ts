// What a drawing in a lesson may be made of: shapes, words and arrowheads, coloured by name. What is not named here is in no drawing.

export const drawingName = /^[a-z0-9]+(-[a-z0-9]+)*\.svg$/

/** A drawing that says one thing; twenty of them are still a small lesson. */
export const LARGEST_DRAWING_BYTES = 20 * 1024

/** Wider, its words would be too small to read on a telephone: they are 16 units high, those called small 14. */
export const WIDEST = 360
const NARROWEST = 120
const HIGHEST = 720
/** No number in a drawing is larger, whatever its sign. */
const LARGEST_NUMBER = 2_000

/** What each means in light, dark, forced colours and on paper is the style sheet's. */
export const drawingClasses = [
  // what a shape or a word is filled with
  'ink', 'soft', 'paper', 'marked', 'accent', 'on-accent', 'warn', 'done',
  // what it is drawn with
  'line', 'line-soft', 'line-accent', 'line-warn', 'line-done', 'dashed',
  // words
  'small', 'strong', 'code',
] as const

const number = (value: string) => /^-?(\d+(\.\d+)?|\.\d+)$/.test(value) && Math.abs(Number(value)) <= LARGEST_NUMBER
const areSmall = (value: string) => (value.match(/\d+(\.\d+)?|\.\d+/g) ?? []).every((each) => Number(each) <= LARGEST_NUMBER)
const numbers = (value: string) => /^[\d\s,.+-]+$/.test(value) && areSmall(value)
const path = (value: string) => /^[\sMmLlHhVvCcSsQqTtAaZz\d,.+-]+$/.test(value) && areSmall(value)
const transform = (value: string) => /^(\s*(translate|rotate|scale)\([\d\s,.+-]+\))+\s*$/.test(value) && areSmall(value)
const classes = (value: string) => value.trim() !== '' && value.trim().split(/\s+/).every((each) => (drawingClasses as readonly string[]).includes(each))
const id = (value: string) => /^[a-z][a-z0-9-]{0,39}$/.test(value)
const oneOf = (...values: string[]) => (value: string) => values.includes(value)

type Attributes = Record<string, (value: string) => boolean>

function all(names: string, isSane: (value: string) => boolean): Attributes {
  return Object.fromEntries(names.split(' ').map((name) => [name, isSane]))
}

const drawn: Attributes = { class: classes, transform }
const marked: Attributes = { ...drawn, ...all('marker-start marker-mid marker-end', (value) => /^url\(#[^)]+\)$/.test(value) && id(value.slice(5, -1))) }
const word: Attributes = { ...drawn, ...all('x y dx dy', number), 'text-anchor': oneOf('start', 'middle', 'end') }

/** Each element, where it may stand and what it may carry; `words`: whether it may hold text. */
const elements: Record<string, { within: RegExp; attributes: Attributes; words?: true }> = {
  svg: { within: /^$/, attributes: { xmlns: oneOf('http://www.w3.org/2000/svg'), viewBox } },
  g: { within: /^(svg|g)$/, attributes: drawn },
  path: { within: /^(svg|g|marker)$/, attributes: { ...marked, d: path } },
  rect: { within: /^(svg|g|marker)$/, attributes: { ...drawn, ...all('x y width height rx ry', number) } },
  circle: { within: /^(svg|g|marker)$/, attributes: { ...drawn, ...all('cx cy r', number) } },
  ellipse: { within: /^(svg|g|marker)$/, attributes: { ...drawn, ...all('cx cy rx ry', number) } },
  line: { within: /^(svg|g|marker)$/, attributes: { ...marked, ...all('x1 y1 x2 y2', number) } },
  polyline: { within: /^(svg|g|marker)$/, attributes: { ...marked, points: numbers } },
  polygon: { within: /^(svg|g|marker)$/, attributes: { ...marked, points: numbers } },
  text: { within: /^(svg|g)$/, attributes: word, words: true },
  tspan: { within: /^(text|tspan)$/, attributes: word, words: true },
  title: { within: /^(svg|g)$/, attributes: {}, words: true },
  desc: { within: /^(svg|g)$/, attributes: {}, words: true },
  defs: { within: /^(svg|g)$/, attributes: {} },
  marker: { within: /^defs$/, attributes: { id, orient: oneOf('auto', 'auto-start-reverse'), viewBox: numbers, ...all('refX refY markerWidth markerHeight', number) } },
}

function viewBox(value: string): boolean {
  const [, width, height] = /^0 0 (\d{1,3}) (\d{1,3})$/.exec(value) ?? []
  return Number(width) >= NARROWEST && Number(width) <= WIDEST && Number(height) > 0 && Number(height) <= HIGHEST
}

export type DrawingFault = { message: string; cure: string }

/** Why the element cannot stand there as it is. `parent`: the name of what it stands in, '' for the drawing as a whole. */
export function refuseElement(name: string, parent: string, attributes: Record<string, string | null | undefined>): DrawingFault[] {
  const rule = Object.hasOwn(elements, name) ? elements[name] : undefined
  if (!rule) return [{ message: `<${name}> cannot stand in a drawing.`, cure: `Draw with ${Object.keys(elements).join(', ')}.` }]
  if (!rule.within.test(parent)) return [{ message: `<${name}> cannot stand ${parent === '' ? 'by itself' : `in <${parent}>`}.`, cure: parent === '' ? 'Begin with <svg viewBox="0 0 360 240">.' : 'Move it or remove it.' }]
  const faults = Object.entries(attributes).flatMap(([key, value]) => {
    const isSane = Object.hasOwn(rule.attributes, key) ? rule.attributes[key] : undefined
    if (!isSane) return [{ message: `<${name}> has an attribute "${key.slice(0, 40)}".`, cure: `It may have ${Object.keys(rule.attributes).join(', ') || 'none'}.` }]
    return isSane(value ?? '') ? [] : [{ message: `"${key}" of <${name}> is ${JSON.stringify((value ?? '').slice(0, 60))}.`, cure: cures[key] ?? `Write plain numbers up to ${LARGEST_NUMBER}.` }]
  })
  const missing = ({ svg: 'viewBox', marker: 'id' } as Record<string, string>)[name]
  return missing && attributes[missing] === undefined ? [...faults, { message: `<${name}> has no "${missing}".`, cure: cures[missing]! }] : faults
}

const cures: Record<string, string> = {
  viewBox: `Write "0 0 width height", ${NARROWEST} to ${WIDEST} wide and at most ${HIGHEST} high.`,
  xmlns: 'Write "http://www.w3.org/2000/svg".',
  class: `Write names of ${drawingClasses.join(', ')}.`,
  id: 'Write a name in small letters, digits and hyphens.',
  transform: 'Write translate(…), rotate(…) or scale(…).',
  'text-anchor': 'Write start, middle or end.',
  orient: 'Write auto or auto-start-reverse.',
  'marker-start': 'Write url(#…) with the id of a <marker> in this drawing.',
  'marker-mid': 'Write url(#…) with the id of a <marker> in this drawing.',
  'marker-end': 'Write url(#…) with the id of a <marker> in this drawing.',
}

export function mayHoldWords(name: string): boolean {
  return Object.hasOwn(elements, name) && elements[name]?.words === true
}
