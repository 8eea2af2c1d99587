import type { Field } from '@goalkeeper/contract/catalogue'
import { expect, test } from 'vitest'
import { field } from '#web/shared/api/field-of-test.ts'
import { columnAtFirst } from './column-choice.ts'
import { allColumns, fieldsNeeded, shownColumns } from './goal-columns.ts'

const labelled = (name: string, over: Partial<Field> = {}) =>
  field(name, { label: `Label of ${name}`, editable: false, ...over })

const fields = [
  labelled('Gsid', { type: 'gsid' }),
  labelled('Name'),
  labelled('StatusName'),
  labelled('StatusMeaning'),
  labelled('DueDate', { type: 'date' }),
  labelled('CTA', { type: 'ids', sortable: false }),
  labelled('Region__gc', { type: 'picklist' }),
]
const columns = allColumns(fields)

test('every field has a column, well-known ones with a short header', () => {
  expect(columns.map(({ id }) => id)).toEqual(['Links', ...fields.map(({ name }) => name)])
  expect(columns.find(({ id }) => id === 'DueDate')?.label).toBe('Due')
  expect(columns.find(({ id }) => id === 'Region__gc')?.label).toBe('Label of Region__gc')
})

test('a field that cannot be sorted by has a header that does nothing', () => {
  expect(columns.find(({ id }) => id === 'CTA')?.sortField).toBeNull()
})

test('columns that this tenant does not have are not shown, and the name always is', () => {
  const choices = ['Region__gc', 'Gone__gc'].map(columnAtFirst)
  expect(shownColumns(choices, columns).map(({ id }) => id)).toEqual(['Name', 'Region__gc'])
})

test('pinned columns come first, each part in its order', () => {
  const choices = ['DueDate', 'Name', 'StatusName'].map(columnAtFirst)
  expect(shownColumns(choices, columns).map(({ id }) => id)).toEqual(['Name', 'StatusName', 'DueDate'])
})

test('rows are asked for what is shown, and only for fields that exist', () => {
  const choices = ['Name', 'Region__gc'].map(columnAtFirst)
  expect(fieldsNeeded(choices, columns, fields)).toEqual([
    'Name',
    'StatusName',
    'StatusMeaning',
    'DueDate',
    'Region__gc',
  ])
})
