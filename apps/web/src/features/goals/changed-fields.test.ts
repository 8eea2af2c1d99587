import type { GoalRow } from '@goalkeeper/contract/goals'
import { expect, test } from 'vitest'
import { changedFields } from './changed-fields.ts'

const goal: GoalRow = {
  gsid: '1CG0',
  fields: { Name: 'Adopt', DueDate: '2026-12-01', Themes__gc: ['Cost'], ModifiedDate: 1 },
  CTA: ['a'],
  SP: [],
  write: null,
}

test('nothing changed', () => {
  expect(changedFields(goal, { ...goal, write: { id: 'w', state: 'sent' } })).toEqual(new Set())
})

test('fields and links that differ are named, the time of the change is not', () => {
  const after = { ...goal, fields: { ...goal.fields, DueDate: null, Themes__gc: ['Cost'], ModifiedDate: 2 }, CTA: [] }
  expect(changedFields(goal, after)).toEqual(new Set(['DueDate', 'CTA']))
})

test('a field that was not read before has not changed', () => {
  expect(changedFields(goal, { ...goal, fields: { ...goal.fields, Region__gc: 'EMEA' } })).toEqual(new Set())
})
