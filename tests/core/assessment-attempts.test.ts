import { expect, test } from 'vitest'
import { nextAttempt, type PastAttempt } from '#app/core/assessment/attempts.ts'

const at = (time: string) => new Date(`2026-11-22T${time}Z`)
const failed = (number: number, time: string): PastAttempt => ({ number, submittedAt: at(time), passed: false })
const passed = (number: number, time: string): PastAttempt => ({ ...failed(number, time), passed: true })

test.each<[string, PastAttempt[], string, ReturnType<typeof nextAttempt>]>([
  ['the first attempt is open', [], '10:00:00', { state: 'open', number: 1 }],
  ['the first retry is open at once', [failed(1, '10:00:00')], '10:00:00', { state: 'open', number: 2 }],
  ['the second retry waits', [failed(1, '10:00:00'), failed(2, '10:01:00')], '10:01:01', { state: 'paused', number: 3, until: at('10:06:00') }],
  ['until the last moment', [failed(1, '10:00:00'), failed(2, '10:01:00')], '10:05:59', { state: 'paused', number: 3, until: at('10:06:00') }],
  ['and then is open', [failed(1, '10:00:00'), failed(2, '10:01:00')], '10:06:00', { state: 'open', number: 3 }],
  ['the pause counts from the last attempt, in whatever order they come', [failed(3, '10:10:00'), failed(1, '10:00:00'), failed(2, '10:01:00')], '10:12:00', { state: 'paused', number: 4, until: at('10:15:00') }],
  ['a passed quiz takes no more', [passed(1, '10:00:00')], '11:00:00', { state: 'passed' }],
  ['whichever attempt passed', [failed(1, '10:00:00'), passed(2, '10:01:00')], '11:00:00', { state: 'passed' }],
])('%s', (_, past, now, next) => {
  expect(nextAttempt(past, at(now))).toEqual(next)
})
