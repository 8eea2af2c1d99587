import type { Field } from '@goalkeeper/contract/catalogue'
import { expect, test } from 'vitest'
import { companyFacts } from './company-facts.ts'

const field = (name: string, label: string, over: Partial<Field> = {}): Field => ({
  name,
  label,
  type: 'text',
  group: 'company',
  operators: [],
  options: [],
  sortable: true,
  editable: false,
  required: false,
  dataType: 'STRING',
  lookup: null,
  decimalPlaces: null,
  maxLength: null,
  ...over,
})
const fields = [
  field('Name', 'Name', { group: 'standard' }),
  field('CompanyId__gr.Csm__gr.Name', 'CSM'),
  field('CompanyId__gr.Arr', 'ARR', { type: 'number', dataType: 'CURRENCY', decimalPlaces: 0 }),
  field('CompanyId__gr.RenewalDate', 'Renewal', { type: 'date' }),
  field('CompanyId__gr.Stage', 'Stage'),
]

test('attributes come with the labels of their fields, dates with their distance, and nothing for what is empty', () => {
  const attributes = {
    'Csm__gr.Name': 'Mira Castell',
    Arr: 420_000,
    RenewalDate: '2027-01-03',
    Stage: null,
    Secret: 'x',
  }
  const facts = companyFacts({ gsid: '1P02', name: 'Harborline', hint: null, attributes }, fields, '2026-11-23')
  expect(facts.map(({ label, text }) => [label, text])).toEqual([
    ['CSM', 'Mira Castell'],
    ['ARR', '420,000'],
    ['Renewal', '3 Jan 2027, in 41 days'],
  ])
})
