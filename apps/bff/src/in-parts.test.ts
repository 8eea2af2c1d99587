import { expect, test } from 'vitest'
import { inParts } from './in-parts.ts'

test('a list comes in parts, in its order, the last one shorter', () => {
  expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(inParts([1, 2], 2)).toEqual([[1, 2]])
  expect(inParts([], 2)).toEqual([])
})
