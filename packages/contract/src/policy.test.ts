import { expect, test } from 'vitest'
import { permissions, policy, refusalOf, roles } from './policy.ts'

test.each(permissions)('%s is for its least role and every one above it', (permission) => {
  const allowed = roles.filter((role) => refusalOf(role, permission) === null)
  expect(allowed).toEqual(roles.slice(roles.indexOf(policy[permission].role)))
})

test('a refusal names what was wanted, the role that it needs and the role that is there', () => {
  expect(refusalOf('viewer', 'write')).toBe('Changing goals needs the role editor, and yours is viewer.')
})

test.each(permissions)('without a role nobody has %s', (permission) => {
  expect(refusalOf(null, permission)).toContain('ask an admin')
})
