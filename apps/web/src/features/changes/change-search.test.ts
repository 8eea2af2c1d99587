import { expect, test } from 'vitest'
import { changeSearch, shownPart } from './change-search.ts'

test('what makes no sense is undefined, so that it leaves the address', () => {
  expect(changeSearch.parse({ part: 'some', q: '' })).toEqual({ part: undefined, q: undefined })
  expect(changeSearch.parse({ part: 'failed', q: 42 })).toEqual({ part: 'failed', q: '42' })
})

test('a part that the state does not have is all', () => {
  expect(shownPart({ part: 'problems' }, 'draft')).toBe('problems')
  expect(shownPart({ part: 'problems' }, 'running')).toBe('all')
  expect(shownPart({}, 'done')).toBe('all')
})
