import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

const sequence = (seed: number | string, length = 50) => {
  const random = createRandom(seed)
  return Array.from({ length }, () => random.next())
}

test('equal seeds give equal sequences, others give others', () => {
  expect(sequence(7)).toEqual(sequence(7))
  expect(sequence(7)).not.toEqual(sequence(8))
  expect(sequence('7')).toEqual(sequence(7))
})

test('numbers are spread evenly between 0 and 1', () => {
  const numbers = sequence('spread', 20_000)
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length / numbers.length
    expect(share).toBeCloseTo(0.1, 1)
  }
})

test('int keeps both bounds and reaches them', () => {
  const random = createRandom('int')
  const rolls = new Set(Array.from({ length: 1000 }, () => random.int(-2, 3)))
  expect([...rolls].toSorted((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3])
})

test('weights say how often a choice is taken', () => {
  const random = createRandom('weights')
  const rolls = Array.from({ length: 10_000 }, () =>
    random.weighted([
      ['often', 9],
      ['seldom', 1],
      ['never', 0],
    ]),
  )
  expect(rolls.filter((roll) => roll === 'often').length / rolls.length).toBeCloseTo(0.9, 1)
  expect(rolls).not.toContain('never')
})

test('a fork does not depend on what was drawn before', () => {
  const used = createRandom(1)
  used.next()
  expect(used.fork('goals').next()).toBe(createRandom(1).fork('goals').next())
  expect(createRandom(1).fork('goals').next()).not.toBe(createRandom(1).fork('users').next())
})

test('there must be something to pick from', () => {
  expect(() => createRandom(1).pick([])).toThrow(RangeError)
})
