import type { Field } from '@goalkeeper/contract/catalogue'
import { expect, test } from 'vitest'
import { field } from '#web/shared/api/field-of-test.ts'
import { groupFields } from './field-groups.ts'

const grouped = (name: string, group: Field['group'] = 'custom') => field(name, { group, editable: false })

const names = (filled: { field: Field }[]) => filled.map((each) => each.field.name)

test('filled, company, system and empty fields stand apart', () => {
  const fields = [
    grouped('Name', 'standard'),
    grouped('Overdue', 'derived'),
    grouped('Gsid', 'standard'),
    grouped('region__gc'),
    grouped('notes__gc'),
    grouped('tags__gc'),
    grouped('CompanyId__gr.Arr', 'company'),
    grouped('CompanyId__gr.Stage', 'company'),
  ]
  const groups = groupFields(fields, {
    fields: { Name: 'A', Overdue: true, Gsid: '1CG0', region__gc: 'EMEA', tags__gc: [], 'CompanyId__gr.Arr': 0 },
  })
  expect(names(groups.own)).toEqual(['region__gc'])
  expect(names(groups.company)).toEqual(['CompanyId__gr.Arr'])
  expect(names(groups.system)).toEqual(['Gsid'])
  expect(groups.empty.map(({ name }) => name)).toEqual(['notes__gc', 'tags__gc'])
})
