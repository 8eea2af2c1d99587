import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import { expect, test } from 'vitest'
import { choicesOf, isWanted, noFilter } from './available-filter.ts'

const item = (part: Partial<LinkedItem>): LinkedItem => ({
  gsid: '1S01',
  kind: 'CTA',
  found: true,
  name: 'Adoption dip in March',
  status: 'New',
  closed: false,
  type: 'Risk',
  owner: 'Mira Osei',
  dueDate: null,
  companyId: null,
  companyName: null,
  planId: null,
  goals: 0,
  ...part,
})

test('all words count, in any order and case', () => {
  expect(isWanted(item({}), { ...noFilter, search: 'march ADOPTION' })).toBe(true)
  expect(isWanted(item({}), { ...noFilter, search: 'march renewal' })).toBe(false)
})

test('an item without a name is found by its id', () => {
  expect(isWanted(item({ name: null }), { ...noFilter, search: '1s01' })).toBe(true)
})

test('type, status and owner narrow; a plan is a type of its own', () => {
  expect(isWanted(item({}), { ...noFilter, type: 'Risk', status: 'New', owner: 'Mira Osei' })).toBe(true)
  expect(isWanted(item({ kind: 'SP', type: 'EBR' }), { ...noFilter, type: 'Success plan' })).toBe(true)
  expect(isWanted(item({}), { ...noFilter, owner: 'Ana' })).toBe(false)
})

test('choices are distinct and sorted', () => {
  expect(choicesOf([item({}), item({ type: 'Activity', owner: null }), item({})])).toEqual({
    types: ['Activity', 'Risk'],
    statuses: ['New'],
    owners: ['Mira Osei'],
  })
})
