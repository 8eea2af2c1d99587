import { expect, test } from 'vitest'
import { secondsFor } from './set-view.ts'

const minute = { limit: 100, tenantLimit: 100, used: 0, free: 100, windowSeconds: 60 }
const usual = { minute, refusals: null }
const pacing = { reserve: 15 }

test('a short run is made at once, as far as the window has calls free for it', () => {
  expect(secondsFor(0, [], usual, pacing)).toBe(0)
  expect(secondsFor(50, [], usual, pacing)).toBe(1)
  expect(secondsFor(50, [], { ...usual, minute: { ...minute, used: 60, free: 40 } }, pacing)).toBe(61)
})

test('a long run is spread over the whole budget, in turns with others', () => {
  expect(secondsFor(510, [], usual, pacing)).toBe(307)
  expect(secondsFor(510, [1_000], usual, pacing)).toBe(613)
  const refusals = { count: 1, since: 0, pausedUntil: null, pacePerMinute: 50 }
  expect(secondsFor(510, [], { minute, refusals }, pacing)).toBe(613)
})
