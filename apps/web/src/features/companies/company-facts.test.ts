import { expect, test } from 'vitest'
import { field } from '#web/shared/api/field-of-test.ts'
import { companyFacts } from './company-facts.ts'

const fields = [
  field('Name', { label: 'Name', group: 'standard' }),
  field('CompanyId__gr.Csm__gr.Name', { label: 'CSM', group: 'company' }),
  field('CompanyId__gr.Arr', {
    label: 'ARR',
    group: 'company',
    type: 'number',
    dataType: 'CURRENCY',
    decimalPlaces: 0,
  }),
  field('CompanyId__gr.RenewalDate', { label: 'Renewal', group: 'company', type: 'date' }),
  field('CompanyId__gr.Stage', { label: 'Stage', group: 'company' }),
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
