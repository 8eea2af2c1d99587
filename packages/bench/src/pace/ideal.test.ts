import { expect, test } from 'vitest'
import { idealSeconds, ratioWords } from './ideal.ts'

const limit = { perWindow: 100, windowSeconds: 60 }

test('calls of one window take no window, and one more than a window waits for the next', () => {
  expect(idealSeconds(0, limit, 0.2)).toBe(0)
  expect(idealSeconds(1, limit, 0.2)).toBe(0.2)
  expect(idealSeconds(100, limit, 0.2)).toBe(0.2)
  expect(idealSeconds(101, limit, 0.2)).toBe(60.2)
  expect(idealSeconds(500, limit, 0.2)).toBe(240.2)
})

test('a ratio has two digits', () => {
  expect(ratioWords(245, 241.8)).toBe('1.01x')
})
