import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { engraveFrame, engraveRosette, ROSETTE } from '#app/core/certification/guilloche.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const sides = { width: 1920, height: 2790, band: 76 }

function numbersIn(path: string): number[] {
  return (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)
}

test('the same hash engraves the same lines, another hash others', () => {
  expect(engraveRosette(hashOf('a'))).toEqual(engraveRosette(hashOf('a')))
  expect(engraveFrame(hashOf('a'), sides)).toEqual(engraveFrame(hashOf('a'), sides))
  const rosettes = new Set(Array.from({ length: 200 }, (_, at) => JSON.stringify(engraveRosette(hashOf(String(at))))))
  expect(rosettes.size).toBe(200)
})

test('a rosette stays in its square and is light enough for a page', () => {
  for (let at = 0; at < 100; at++) {
    const layers = engraveRosette(hashOf(String(at)))
    for (const { path } of layers) expect(Math.max(...numbersIn(path).map(Math.abs))).toBeLessThanOrEqual(ROSETTE)
    expect(layers.reduce((size, { path }) => size + path.length, 0)).toBeLessThan(16_000)
  }
})

test('a frame stays in its rectangle and leaves the middle free', () => {
  for (const path of engraveFrame(hashOf('frame'), sides)) {
    const numbers = numbersIn(path)
    for (let at = 0; at < numbers.length; at += 2) {
      const [x, y] = [numbers[at] ?? 0, numbers[at + 1] ?? 0]
      expect(x >= -2 && x <= sides.width + 2 && y >= -2 && y <= sides.height + 2).toBe(true)
      const isInside = x > 200 && x < sides.width - 200 && y > 200 && y < sides.height - 200
      expect(isInside).toBe(false)
    }
  }
})

test('a hash that is too short is an error, not a dull pattern', () => {
  expect(() => engraveRosette('abcd')).toThrow(RangeError)
})
