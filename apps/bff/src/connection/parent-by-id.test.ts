import { expect, test } from 'vitest'
import { parentByIdFinding } from './parent-by-id.ts'

const create = (record: Record<string, unknown>, goal: Record<string, unknown>) =>
  parentByIdFinding({ kind: 'create', request: { requests: [{ record }] }, data: { goal } })

test('a goal under the parent whose id was sent shows that ids are taken', () => {
  expect(create({ CompanyId: 'A' }, { CompanyId: 'A' })?.state).toBe('yes')
})

test('a goal under another parent shows that they are not', () => {
  expect(create({ RelationshipId: 'A' }, { RelationshipId: 'B' })?.state).toBe('no')
})

test('a create by name shows nothing, nor does a reply that leaves the parent out, nor an update', () => {
  expect(create({ CompanyName: 'IBM' }, { CompanyId: 'A' })).toBeNull()
  expect(create({ CompanyId: 'A' }, { Gsid: 'G' })).toBeNull()
  expect(parentByIdFinding({ kind: 'update', request: {}, data: {} })).toBeNull()
})
