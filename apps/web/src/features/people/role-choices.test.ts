import { expect, test } from 'vitest'
import { choiceOfRole, roleChoices, roleOfChoice } from './role-choices.ts'

test('a role says who gave it', () => {
  expect(roleChoices({ role: 'editor', roleFrom: 'claim' })[0]?.label).toBe('editor, by provider')
  expect(choiceOfRole({ role: 'editor', roleFrom: 'claim' })).toBe('')
  expect(choiceOfRole({ role: 'editor', roleFrom: 'admin' })).toBe('editor')
  expect(roleChoices({ role: 'editor', roleFrom: 'admin' }).map(({ label }) => label)).toEqual([
    'what your provider says',
    'viewer, by an admin',
    'editor, by an admin',
    'operator, by an admin',
    'admin, by an admin',
  ])
  expect(roleChoices({ role: null, roleFrom: 'nobody' })[0]?.label).toBe('no role yet')
})

test('the first choice takes a given role back', () => {
  expect(roleOfChoice('')).toBeNull()
  expect(roleOfChoice('operator')).toBe('operator')
})
