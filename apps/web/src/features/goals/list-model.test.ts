import type { FilterTree } from '@goalkeeper/filter/tree'
import { expect, test } from 'vitest'
import { field } from '#web/shared/api/field-of-test.ts'
import { listModel } from './list-model.ts'

const fields = [field('Name'), field('CompanyId', { type: 'gsid' }), field('DueDate', { type: 'date' })]
const scope: FilterTree = { field: 'CompanyId', op: 'EQ', value: ['1P02'] }
const named: FilterTree = { field: 'Name', op: 'CONTAINS', value: ['adopt'] }
const sources = { search: {}, fields, today: '2026-11-23', remembered: null, scope: null }

test('an untouched list asks for every goal, open ones first, then by due date', () => {
  const { list } = listModel({ ...sources, fields: [...fields, field('Open', { type: 'boolean' })] })
  const sort = ['Open', 'DueDate'].map((name) => ({ field: name, direction: 'asc' }))
  expect(list).toMatchObject({ filter: null, sort, today: '2026-11-23' })
})

test('scope, filter and search all have to hold, and each can be told apart', () => {
  const model = listModel({ ...sources, scope, search: { filter: named, q: ' north ' } })
  expect(model.filter).toEqual(named)
  expect(model.list).toMatchObject({ filter: { and: [scope, named] }, search: 'north' })
})

test('what a search finds comes best first, unless somebody has picked an order', () => {
  expect(listModel({ ...sources, search: { q: 'north' } }).list.sort).toEqual([])
  expect(listModel({ ...sources, search: { q: 'north', sort: '-Name' } }).list.sort).toEqual([
    { field: 'Name', direction: 'desc' },
  ])
})

test('columns come from the address, else from what this browser remembers', () => {
  const ids = (search: { columns?: string }, remembered: string | null) =>
    listModel({ ...sources, search, remembered }).shown.map(({ id }) => id)
  expect(ids({ columns: 'Name,DueDate' }, 'Name,CompanyId')).toEqual(['Name', 'DueDate'])
  expect(ids({}, 'Name,CompanyId')).toEqual(['Name', 'CompanyId'])
})

test('an order by a field that this tenant does not have is no order', () => {
  expect(listModel({ ...sources, search: { sort: 'Gone__gc,-Name' } }).list.sort).toEqual([
    { field: 'Name', direction: 'desc' },
  ])
})

test('what is switched off stays in the filter, and nothing is asked by it', () => {
  const isDue: FilterTree = { field: 'DueDate', op: 'IS_NULL' }
  const kept = { and: [{ off: named }, isDue] }
  const model = listModel({ ...sources, scope, search: { filter: kept } })
  expect(model.filter).toEqual(kept)
  expect(model.list.filter).toEqual({ and: [scope, isDue] })
  expect(model.asked({ off: isDue })).toEqual(scope)
  expect(listModel({ ...sources, search: { filter: { off: named } } }).list.filter).toBeNull()
})

test('a filter on such a field is left out and told', () => {
  const gone: FilterTree = { field: 'Gone__gc', op: 'EQ', value: ['x'] }
  const model = listModel({ ...sources, search: { filter: { and: [named, gone] } } })
  expect(model.filter).toEqual(named)
  expect(model.problems).toHaveLength(1)
})
