import { expect, test } from 'vitest'
import type { FilterField } from './field.ts'
import { mentionsMe, withMe } from './me.ts'
import { filterSentence } from './sentence.ts'
import type { FilterTree } from './tree.ts'

const fields: FilterField[] = [
  { name: 'OwnerId', label: 'Owner', type: 'gsid' },
  { name: 'Name', label: 'Name', type: 'text' },
]
const mine: FilterTree = { field: 'OwnerId', op: 'EQ', value: ['@me'] }

test('me stands for a user wherever a field holds an id, and is a word like any other elsewhere', () => {
  const named: FilterTree = { field: 'Name', op: 'EQ', value: ['@me'] }
  expect([mentionsMe(mine, fields), mentionsMe({ not: { or: [mine] } }, fields), mentionsMe(named, fields)]).toEqual([
    true,
    true,
    false,
  ])
  expect(withMe({ and: [{ not: mine }, { or: [mine, named] }] }, fields, '1P01')).toEqual({
    and: [
      { not: { field: 'OwnerId', op: 'EQ', value: ['1P01'] } },
      { or: [{ field: 'OwnerId', op: 'EQ', value: ['1P01'] }, named] },
    ],
  })
})

test('in a sentence it is “me”', () => {
  expect(filterSentence(mine, { fields })).toBe('Owner is me')
})
