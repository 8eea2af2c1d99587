import { passes } from '@goalkeeper/filter/evaluate'
import { expect, test } from 'vitest'
import { quickSearchFilter } from './quick-search.ts'

const fields = ['Name', 'CompanyName', 'Gsid', 'CompanyId'].map((name) => ({
  name,
  label: name,
  type: 'text' as const,
}))
const gsid = `1CG0${'A'.repeat(32)}`
const goal = {
  fields: { Name: 'Adopt invoice automation', CompanyName: 'Harborline Freight', Gsid: gsid },
  CTA: [],
  SP: [],
}

const finds = (text: string) => {
  const filter = quickSearchFilter(text, fields)
  return filter === null || passes(filter, goal, { fields, today: '2026-11-23' })
}

test.each(['invoice', 'HARBOR', 'harborline invoice', '  freight  adopt ', gsid, ''])('%j finds it', (text) => {
  expect(finds(text)).toBe(true)
})

test.each(['harborline payroll', 'northwind', `1CG0${'B'.repeat(32)}`])('%j does not', (text) => {
  expect(finds(text)).toBe(false)
})

test('only fields that the tenant has are searched', () => {
  expect(quickSearchFilter('x', fields)).toEqual({
    or: [
      { field: 'Name', op: 'CONTAINS', value: ['x'] },
      { field: 'CompanyName', op: 'CONTAINS', value: ['x'] },
    ],
  })
})
