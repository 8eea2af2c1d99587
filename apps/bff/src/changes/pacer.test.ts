import type { Budget } from '@goalkeeper/contract/status'
import { expect, test } from 'vitest'
import { createPacer } from './pacer.ts'

const budget = { minute: { limit: 100, windowSeconds: 60 }, refusals: null } as Budget
const refused = { ...budget, refusals: { count: 1, since: 0, pausedUntil: null, pacePerMinute: 50 } }
const signal = new AbortController().signal

/** When each of so many turns came, in milliseconds. */
async function turnsOf(answer: Budget, count: number): Promise<number[]> {
  let now = 5_000
  const time = {
    now: () => now,
    rest: (ms: number) => {
      now += ms
      return Promise.resolve()
    },
  }
  const pacer = createPacer({ budget: () => Promise.resolve(answer) }, time)
  const turns: number[] = []
  for (let turn = 0; turn < count; turn += 1) {
    await pacer.turn(signal)
    turns.push(Math.round(now - 5_000))
  }
  return turns
}

test('a few turns come at once, all others evenly', async () => {
  expect(await turnsOf(budget, 8)).toEqual([0, 0, 0, 0, 0, 600, 1200, 1800])
})

test('where the tenant has refused calls, they come slower', async () => {
  expect(await turnsOf(refused, 5)).toEqual([0, 0, 0, 1200, 2400])
})

test('a run is long when it would take most of a window', async () => {
  const pacer = createPacer({ budget: () => Promise.resolve(budget) })
  expect([await pacer.isLong(80), await pacer.isLong(81)]).toEqual([false, true])
})
