import { expect, test } from 'vitest'
import { linkSides } from './link-sides.ts'

test('what stays linked is no difference', () => {
  expect(linkSides({ before: ['a', 'b'], after: ['b', 'c'] })).toEqual({ linked: ['c'], unlinked: ['a'] })
  expect(linkSides({ before: null, after: ['c'] })).toEqual({ linked: ['c'], unlinked: [] })
})
