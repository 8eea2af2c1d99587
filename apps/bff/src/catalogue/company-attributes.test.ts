import { describe, expect, test } from 'vitest'
import { attributesIn, companyAttributes, suggestedAttributes } from './company-attributes.ts'
import type { DescribedField } from './described-field.ts'

const field = (name: string, dataType: string, extra: Partial<DescribedField> = {}): DescribedField => ({
  name,
  label: name,
  dataType,
  options: [],
  updateable: true,
  required: false,
  lookup: null,
  decimalPlaces: null,
  maxLength: null,
  picklistCategory: null,
  ...extra,
})
const option = (value: string, label: string) => ({ value, label, active: true, color: null })

describe('companyAttributes', () => {
  test('takes types and labels from the description, in whatever case the tenant writes the name', () => {
    const [arr] = companyAttributes(['Arr'], [field('ARR', 'CURRENCY', { label: 'Annual revenue', decimalPlaces: 2 })])
    expect(arr).toMatchObject({ name: 'Arr', label: 'Annual revenue', type: 'number', decimalPlaces: 2 })
  })

  test('knows the documented fields of a tenant that describes nothing', () => {
    const types = companyAttributes(['Csm__gr.Name', 'Arr', 'RenewalDate', 'Stage'], null).map(({ type }) => type)
    expect(types).toEqual(['text', 'number', 'date', 'text'])
  })

  test('names what is read through a lookup after the lookup', () => {
    const fields = [field('Csm', 'LOOKUP', { label: 'CSM' })]
    expect(companyAttributes(['Csm__gr.Name', 'Csm__gr.Email'], fields).map(({ label }) => label)).toEqual([
      'CSM',
      'CSM email',
    ])
  })
})

describe('attributesIn', () => {
  const attributes = companyAttributes(
    ['Arr', 'RenewalDate', 'Stage', 'Products__gc', 'Csm__gr.Name'],
    [
      field('Arr', 'CURRENCY'),
      field('RenewalDate', 'DATE'),
      field('Stage', 'PICKLIST', { options: [option('1I00A', 'Growth')] }),
      field('Products__gc', 'MULTISELECTDROPDOWNLIST', {
        options: [option('1I00B', 'Core'), option('1I00C', 'Mobile')],
      }),
    ],
  )

  test('reads dates as days, picklist ids as labels, and names through lookups', () => {
    const row = {
      Arr: 120_000,
      RenewalDate: Date.UTC(2027, 2, 31),
      Stage: '1I00A',
      Products__gc: '1I00B;1I00C',
      'Csm__gr.Name': 'Mira Osei',
    }
    expect(attributesIn(row, attributes)).toEqual({
      Arr: 120_000,
      RenewalDate: '2027-03-31',
      Stage: 'Growth',
      Products__gc: 'Core; Mobile',
      'Csm__gr.Name': 'Mira Osei',
    })
  })

  test('has null for what the company does not have', () => {
    expect(Object.values(attributesIn({}, attributes))).toEqual([null, null, null, null, null])
  })

  test('shows an item that the picklist does not know (any more) as the tenant sent it', () => {
    expect(attributesIn({ Stage: '1I00X' }, attributes)['Stage']).toBe('1I00X')
  })
})

test('suggests custom picklists that divide the companies', () => {
  const fields = [
    field('Segment__gc', 'PICKLIST', { label: 'Segment' }),
    field('Segment', 'PICKLIST', { label: 'Segment' }),
    field('Notes__gc', 'STRING', { label: 'Segment notes' }),
    field('Tier__gc', 'PICKLIST', { label: 'Support tier' }),
  ]
  expect(suggestedAttributes(fields)).toEqual(['Segment__gc', 'Tier__gc'])
})
