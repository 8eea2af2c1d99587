import type { Field } from '@goalkeeper/contract/catalogue'
import { expect, test } from 'vitest'
import { groupFields } from './field-groups.ts'

const field = (name: string, group: Field['group'] = 'custom'): Field => ({
  name,
  label: name,
  type: 'text',
  group,
  operators: [],
  options: [],
  sortable: true,
  editable: false,
  required: false,
  dataType: 'STRING',
  lookup: null,
  decimalPlaces: null,
  maxLength: null,
})

const names = (filled: { field: Field }[]) => filled.map((each) => each.field.name)

test('filled, company, system and empty fields stand apart', () => {
  const fields = [
    field('Name', 'standard'),
    field('Overdue', 'derived'),
    field('Gsid', 'standard'),
    field('region__gc'),
    field('notes__gc'),
    field('tags__gc'),
    field('CompanyId__gr.Arr', 'company'),
    field('CompanyId__gr.Stage', 'company'),
  ]
  const groups = groupFields(fields, {
    fields: { Name: 'A', Overdue: true, Gsid: '1CG0', region__gc: 'EMEA', tags__gc: [], 'CompanyId__gr.Arr': 0 },
  })
  expect(names(groups.own)).toEqual(['region__gc'])
  expect(names(groups.company)).toEqual(['CompanyId__gr.Arr'])
  expect(names(groups.system)).toEqual(['Gsid'])
  expect(groups.empty.map(({ name }) => name)).toEqual(['notes__gc', 'tags__gc'])
})
