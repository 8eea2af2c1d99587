import { expect, test } from 'vitest'
import { initialsOf } from './person-menu.tsx'

test('initials are those of the first and the last name', () => {
  expect(initialsOf('Ana Maria Reyes')).toBe('AR')
  expect(initialsOf('you')).toBe('Y')
  expect(initialsOf('mira.lang@example.com')).toBe('M')
  expect(initialsOf('Łucja Żak')).toBe('ŁŻ')
  expect(initialsOf(' ')).toBe('?')
})
