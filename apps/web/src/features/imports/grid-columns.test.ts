import type { ImportRow } from '@goalkeeper/contract/imports'
import { expect, test } from 'vitest'
import { columnForKey, shownColumns } from './grid-columns.ts'

const columns = ['Company', 'Goal', 'Notes', 'Due'].map((name) => ({ name, samples: [] }))
const mapping = {
  constants: {},
  dates: 'iso',
  decimal: '.',
  empty: 'keep',
  match: 'never',
  forEachCompany: null,
  columns: [
    { kind: 'parent', entityType: 'COMPANY', by: 'Name' },
    { kind: 'field', field: 'Name' },
    { kind: 'nothing' },
    { kind: 'field', field: 'DueDate' },
  ],
} as const
const file = { columns, mapping: { ...mapping, columns: [...mapping.columns] } }
const row = { problems: [] as ImportRow['problems'] } as ImportRow

test('columns that hold nothing are not shown, unless none holds anything', () => {
  expect(shownColumns(file)).toEqual([0, 1, 3])
  const nothing = file.mapping.columns.map(() => ({ kind: 'nothing' as const }))
  expect(shownColumns({ columns, mapping: { ...file.mapping, columns: nothing } })).toEqual([0, 1, 2, 3])
})

test('a key opens the cell of its field, and F2 the one that has a problem', () => {
  expect(columnForKey(file, row, 'Name')).toBe(1)
  expect(columnForKey(file, row, 'DueDate')).toBe(3)
  expect(columnForKey(file, row, 'StatusName')).toBeNull()
  const troubled = { ...row, problems: [{ column: 3, value: 'x', reason: 'No date.', suggestions: [] }] }
  expect(columnForKey(file, troubled, 'Name')).toBe(3)
})
