import { withoutField } from '@goalkeeper/filter/parts'
import { expect, test } from 'vitest'
import { optionsFilter } from './options-query.ts'

const open = { field: 'Open', op: 'EQ' as const, value: [true] }
const north = { field: 'CompanyId', op: 'EQ' as const, value: ['1P02'] }

test('a field’s own conditions do not narrow its values, the others do', () => {
  expect(optionsFilter({ and: [open, north] }, 'CompanyId', '')).toEqual(open)
})

test('ids are looked for by name', () => {
  expect(optionsFilter(null, 'CompanyId', ' north ')).toEqual({
    or: [{ field: 'CompanyName', op: 'CONTAINS', value: ['north'] }],
  })
})

test('the words stay when the facet leaves out conditions on its own field', () => {
  const filter = optionsFilter(null, 'Region__gc', 'em')
  expect(withoutField(filter, 'Region__gc')).toEqual(filter)
})
