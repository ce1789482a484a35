import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureProgress, meetsAll, nextUnit, requiredUnits, type Requirements, type DoneUnits } from '#app/core/progress/progress.ts'

const lesson = (key: string) => ({ key })
const outline: Requirements = {
  modules: [
    { lessons: [lesson('L1'), lesson('L2')], quiz: { key: 'Q1' } },
    { lessons: [lesson('L3')], quiz: { key: 'Q2' } },
  ],
}
const done = (...keys: string[]): DoneUnits => ({ lessons: new Set(keys.filter((key) => key.startsWith('L'))), quizzes: new Set(keys.filter((key) => key.startsWith('Q'))), isCompleted: false })

describe('progress', () => {
  test.each([
    [[], 0, 5],
    [['L1'], 20, 4],
    [['L1', 'L2', 'Q1', 'Q2'], 80, 1],
    [['L1', 'L2', 'Q1', 'L3', 'Q2'], 100, 0],
    [['L1', 'L9', 'Q7'], 20, 4],
  ])('with %j is %i percent', (keys, percent, missing) => {
    const progress = measureProgress(outline, done(...keys))
    expect(progress).toMatchObject({ percent, total: 5, done: 5 - missing })
    expect(progress.missing).toHaveLength(missing)
    expect(meetsAll(progress)).toBe(missing === 0)
  })

  test('two of three are 66 percent: it is never rounded up to what is not there', () => {
    const three: Requirements = { modules: [{ lessons: [lesson('L1'), lesson('L2')], quiz: { key: 'Q1' } }] }
    expect(measureProgress(three, done('L1', 'L2')).percent).toBe(66)
  })

  test('a lesson is not done by a passed quiz of the same key', () => {
    const twins: Requirements = { modules: [{ lessons: [lesson('L1')], quiz: { key: 'L1' } }] }
    expect(measureProgress(twins, done('L1')).missing).toEqual([{ kind: 'quiz', key: 'L1' }])
  })

  test('a completed course stays at 100', () => {
    expect(measureProgress(outline, { ...done('L1'), isCompleted: true })).toMatchObject({ percent: 100, missing: [] })
  })

  test('a course that asks for nothing certifies nothing', () => {
    expect(meetsAll(measureProgress({ modules: [] }, done()))).toBe(false)
  })

  test('of any course is a whole number from 0 to 100, 100 exactly when nothing is missing, and grows with each unit done', () => {
    const shape = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(shape, fc.func(fc.nat()), (modules, rank) => {
        const course: Requirements = {
          modules: modules.map((lessons, at) => ({ lessons: Array.from({ length: lessons }, (_, place) => lesson(`L${at}.${place}`)), quiz: { key: `Q${at}` } })),
        }
        const units = requiredUnits(course).toSorted((a, b) => rank(a.key) - rank(b.key))
        let last = -1
        for (let count = 0; count <= units.length; count++) {
          const { percent, missing } = measureProgress(course, done(...units.slice(0, count).map((unit) => unit.key)))
          expect(Number.isInteger(percent)).toBe(true)
          expect(percent === 100).toBe(missing.length === 0)
          expect(percent).toBeGreaterThanOrEqual(last)
          last = percent
        }
      }),
    )
  })
})

describe('what comes next', () => {
  test.each([
    [[], undefined, 'L1'],
    [['L1'], { kind: 'lesson', key: 'L1' } as const, 'L2'],
    [['L3', 'Q2'], { kind: 'quiz', key: 'Q2' } as const, 'L1'],
    [['L1', 'L2', 'L3', 'Q2'], { kind: 'quiz', key: 'Q2' } as const, 'Q1'],
    [['L1', 'L2', 'Q1', 'L3', 'Q2'], { kind: 'quiz', key: 'Q2' } as const, undefined],
  ])('with %j after %j is %s', (keys, after, key) => {
    expect(nextUnit(outline, done(...keys), after)?.key).toBe(key)
  })
})
