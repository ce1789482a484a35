// Engraved line patterns computed from a certificate's hash: the same hash draws the same lines on the page and on paper, another
// hash draws others, and the eye sees the difference. Geometry only; who draws chooses colours.
export type Layer = {
  /** SVG path data of one closed curve around (0, 0). */
  path: string
  /** SVG transforms, one for each copy of the curve: turned, and turned and mirrored. */
  copies: string[]
  /** In units of the drawing. */
  width: number
}

/** Drawn in the square from -ROSETTE to ROSETTE. */
export const ROSETTE = 500

/** Segments for each petal: enough for the eye at the size of a seal, little enough for a page. */
const SEGMENTS_A_PETAL = 6

/** `spread`: the part of a petal over which the lines fan out. Below one half the petals can be counted. */
type Wave = { petals: number; depth: number; phase: number; spread: number }

/** A closed band, petals that can be counted, and a heart, the outermost first. @param hash a SHA-256 in hexadecimal */
export function engraveRosette(hash: string): Layer[] {
  const pick = picker(hash)
  const wave = (least: number, most: number, spread: number): Wave => ({ petals: pick(least, most), depth: pick(0, 60) / 100, phase: pick(0, 359), spread })
  return [
    ring({ radius: 440, swing: 24 + pick(0, 24), wave: wave(14, 34, 1), lines: 6, width: 1.5 }),
    ring({ radius: 262, swing: 84 + pick(0, 40), wave: wave(5, 13, pick(26, 46) / 100), lines: 7, width: 1.5 }),
    ring({ radius: 96, swing: 36 + pick(0, 34), wave: wave(4, 9, pick(30, 60) / 100), lines: 6, width: 1.4 }),
  ]
}

/** A ring of curves, each the first one turned by a part of a petal, and their mirror images: they cross as engraved lines do. */
function ring({ radius, swing, wave, lines, width }: { radius: number; swing: number; wave: Wave; lines: number; width: number }): Layer {
  const path = closedCurve(wave.petals * SEGMENTS_A_PETAL, (part) => {
    const angle = 2 * Math.PI * part
    const reach = radius + (swing * (Math.sin(wave.petals * angle) + wave.depth * Math.sin(2 * wave.petals * angle + wave.phase))) / (1 + wave.depth)
    return [reach * Math.cos(angle), reach * Math.sin(angle)]
  })
  const turns = Array.from({ length: lines }, (_, line) => `rotate(${round((360 / wave.petals) * wave.spread * (line / lines - 0.5))})`)
  return { path, copies: [...turns, ...turns.map((turn) => `scale(1 -1) ${turn}`)], width }
}

/** The paths of a frame of interlaced waves inside a rectangle, its upper left corner at (0, 0); `band` is how broad the frame is. */
export function engraveFrame(hash: string, { width, height, band }: { width: number; height: number; band: number }): string[] {
  const pick = picker(hash.slice(16))
  const line = { x: band / 2, y: band / 2, width: width - band, height: height - band, corner: band * 1.4 }
  const length = 2 * (line.width + line.height) - (8 - 2 * Math.PI) * line.corner
  const waves = Math.round(length / (band * (1.5 + pick(0, 100) / 100)))
  const depth = pick(15, 65) / 100
  const phase = (pick(0, 359) * Math.PI) / 180
  const lines = 6 + pick(0, 2)
  return Array.from({ length: lines }, (_, index) => {
    const shift = (2 * Math.PI * index) / lines
    return closedCurve(waves * SEGMENTS_A_PETAL, (part) => {
      const angle = 2 * Math.PI * waves * part + shift
      const swing = ((band / 2) * (Math.sin(angle) + depth * Math.sin(2 * angle + phase))) / (1 + depth)
      return beside(line, part * length, swing)
    })
  })
}

type RoundedRectangle = { x: number; y: number; width: number; height: number; corner: number }

/** The point `along` the outline, clockwise from the start of its upper side, moved `outwards` from it. */
function beside(box: RoundedRectangle, along: number, outwards: number): [number, number] {
  const { corner } = box
  const sides = [box.width - 2 * corner, box.height - 2 * corner]
  const arc = (Math.PI / 2) * corner
  const total = 2 * ((sides[0] ?? 0) + (sides[1] ?? 0)) + 4 * arc
  let rest = along % total
  // Where each side begins, the direction in which it runs, and the centre of the corner at its end.
  const starts: [number, number][] = [[box.x + corner, box.y], [box.x + box.width, box.y + corner], [box.x + box.width - corner, box.y + box.height], [box.x, box.y + box.height - corner]]
  for (let side = 0; side < 4; side++) {
    const length = sides[side % 2] ?? 0
    const [startX, startY] = starts[side] ?? [0, 0]
    const direction = (side * Math.PI) / 2
    const normal = direction - Math.PI / 2
    if (rest <= length) return [startX + rest * Math.cos(direction) + outwards * Math.cos(normal), startY + rest * Math.sin(direction) + outwards * Math.sin(normal)]
    rest -= length
    const centreX = startX + length * Math.cos(direction) - corner * Math.cos(normal)
    const centreY = startY + length * Math.sin(direction) - corner * Math.sin(normal)
    const angle = normal + rest / corner
    if (rest <= arc) return [centreX + (corner + outwards) * Math.cos(angle), centreY + (corner + outwards) * Math.sin(angle)]
    rest -= arc
  }
  return starts[0] ?? [0, 0]
}

/** A smooth closed path through equally spaced points of a curve (Catmull-Rom, as cubic Béziers). */
function closedCurve(segments: number, at: (part: number) => [number, number]): string {
  const points = Array.from({ length: segments }, (_, index) => at(index / segments))
  const point = (index: number) => points[(index + segments) % segments] ?? [0, 0]
  const first = point(0)
  let path = `M${round(first[0])} ${round(first[1])}`
  for (let index = 0; index < segments; index++) {
    const [before, from, to, after] = [point(index - 1), point(index), point(index + 1), point(index + 2)]
    const controls = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6, to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6, to[0], to[1]]
    path += `C${controls.map(round).join(' ')}`
  }
  return `${path}Z`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Draws whole numbers between two bounds, both included, from the bytes of a hash in turn. */
function picker(hash: string): (least: number, most: number) => number {
  let at = 0
  return (least, most) => {
    const pair = Number.parseInt(hash.slice(at, at + 4), 16)
    at += 4
    if (Number.isNaN(pair)) throw new RangeError('The hash is too short to engrave from')
    return least + (pair % (most - least + 1))
  }
}
