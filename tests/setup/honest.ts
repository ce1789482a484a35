// An unexpected console.error or console.warn fails the test in which it happens.
import { afterEach, beforeEach, expect } from 'vitest'

const heard: unknown[][] = []
const original = { error: console.error, warn: console.warn }

beforeEach(() => {
  heard.length = 0
  console.error = (...words: unknown[]) => void heard.push(words)
  console.warn = (...words: unknown[]) => void heard.push(words)
})

afterEach(() => {
  Object.assign(console, original)
  expect(heard, 'nothing is said on console.error or console.warn').toEqual([])
})
