import { expect, test } from 'vitest'
import { otherParent } from './parent-choice.ts'

test('a goal that was made under another parent is noticed', () => {
  expect(otherParent('COMPANY', 'mine', { CompanyId: 'mine' })).toBeNull()
  expect(otherParent('COMPANY', 'mine', { CompanyId: 'other' })).toBe('other')
  expect(otherParent('RELATIONSHIP', 'mine', { CompanyId: 'other' })).toBeNull()
  expect(otherParent('COMPANY', 'mine', null)).toBeNull()
})
