import { expect, test } from 'vitest'
import { switchesSchema, type SwitchSettings } from '../switches.ts'
import { Allowance } from './allowance.ts'
import { documentedLimits } from './limits.ts'

const minute = 60_000
const allowanceWith = (switches: SwitchSettings = {}) =>
  new Allowance(documentedLimits, switchesSchema.parse(switches), 0)

/** How many of so many calls at one moment are let in. */
function admitted(
  allowance: Allowance,
  calls: number,
  now: number,
  family = 'csgoal',
  limitClass: 'synchronous' | 'users' = 'synchronous',
) {
  return Array.from({ length: calls }, () => allowance.take(limitClass, family, now)).filter((wait) => wait === 0)
    .length
}

test('100 synchronous calls a minute, over all families together', () => {
  const allowance = allowanceWith()
  expect(admitted(allowance, 60, 0, 'csgoal')).toBe(60)
  expect(admitted(allowance, 60, 30_000, 'data')).toBe(40)
  expect(admitted(allowance, 120, minute)).toBe(100)
})

test('the wait is the time until the window ends', () => {
  const allowance = allowanceWith()
  admitted(allowance, 100, 10_000)
  expect(allowance.take('synchronous', 'csgoal', 12_000)).toBe(48_000)
})

test('families count apart where the tenant does it so', () => {
  const allowance = allowanceWith({ counters: 'per-family' })
  expect(admitted(allowance, 120, 0, 'csgoal')).toBe(100)
  expect(admitted(allowance, 120, 0, 'data')).toBe(100)
})

test('user calls have a limit of their own: 100 an hour', () => {
  const allowance = allowanceWith()
  expect(admitted(allowance, 120, 0, 'users', 'users')).toBe(100)
  expect(admitted(allowance, 1, 59 * minute, 'users', 'users')).toBe(0)
  expect(admitted(allowance, 100, 59 * minute)).toBe(100)
  expect(admitted(allowance, 1, 60 * minute, 'users', 'users')).toBe(1)
})

test('the day has a limit too', () => {
  const allowance = new Allowance(
    {
      ...documentedLimits,
      synchronous: [
        { calls: 100, seconds: 60 },
        { calls: 150, seconds: 86_400 },
      ],
    },
    switchesSchema.parse({}),
    0,
  )
  expect(admitted(allowance, 100, 0)).toBe(100)
  expect(admitted(allowance, 100, minute)).toBe(50)
  expect(admitted(allowance, 100, 86_400_000)).toBe(100)
})

test('refused calls take no place, unless the tenant counts them', () => {
  expect(admittedAfterStorm(false)).toBe(1)
  expect(admittedAfterStorm(true)).toBe(0)

  function admittedAfterStorm(refusedCallsCount: boolean): number {
    const allowance = allowanceWith({ window: 'sliding', refusedCallsCount })
    admitted(allowance, 100, 0)
    admitted(allowance, 100, 30_000)
    return admitted(allowance, 1, minute)
  }
})

test('a neighbour with the same key takes its share first come, first served', () => {
  const allowance = allowanceWith({ neighbourCallsPerWindow: 60 })
  expect(admitted(allowance, 100, 500)).toBe(100)
  expect(allowance.neighbour).toEqual({ admitted: 0, refused: 0 })
  // By the end of the minute it has tried 59 times, always in vain; in the next minute it comes once a second.
  expect(admitted(allowance, 1, minute - 1)).toBe(0)
  expect(allowance.neighbour).toEqual({ admitted: 0, refused: 59 })
  expect(admitted(allowance, 100, minute + 30_500)).toBe(69)
  expect(allowance.neighbour).toEqual({ admitted: 31, refused: 59 })
})
