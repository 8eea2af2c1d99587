import { expect, test } from 'vitest'
import { oneAhead } from './one-ahead.ts'

test('while an item is used, the one after it is got ready, and no further one', async () => {
  const begun: number[] = []
  async function* numbers() {
    for (const number of [1, 2, 3, 4]) {
      begun.push(number)
      yield number
    }
  }
  const seen = []
  for await (const number of oneAhead(numbers())) seen.push({ number, begun: [...begun] })
  expect(seen).toEqual([
    { number: 1, begun: [1, 2] },
    { number: 2, begun: [1, 2, 3] },
    { number: 3, begun: [1, 2, 3, 4] },
    { number: 4, begun: [1, 2, 3, 4] },
  ])
})

test('what breaks the source is told in its turn, after the items before it', async () => {
  async function* breaking() {
    yield 1
    throw new Error('No more.')
  }
  const seen: number[] = []
  const read = async () => {
    for await (const number of oneAhead(breaking())) seen.push(number)
  }
  await expect(read()).rejects.toThrow('No more.')
  expect(seen).toEqual([1])
})

test('who stops early has ended the source, too', async () => {
  let isUnderWay = false
  async function* numbers() {
    isUnderWay = true
    try {
      for (let number = 1; ; number += 1) yield number
    } finally {
      isUnderWay = false
    }
  }
  for await (const number of oneAhead(numbers())) if (number === 2) break
  expect(isUnderWay).toBe(false)
})
