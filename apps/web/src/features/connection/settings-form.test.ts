import { expect, test } from 'vitest'
import { settingsForm, settingsOf } from './settings-form.ts'

const empty = { addressPattern: '', correlationField: '', companyAttributes: '', typedFields: '' }

const faults = (form: Partial<typeof empty>) =>
  settingsForm
    .safeParse({ ...empty, ...form })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

test('empty texts are no settings', () => {
  expect(settingsOf(settingsForm.parse(empty))).toEqual({
    addressPattern: null,
    correlationField: null,
    companyAttributes: [],
    typedFields: [],
  })
})

test('lines become lists, without blanks and repeats', () => {
  const form = { ...empty, companyAttributes: ' Arr\n\nCsm__gr.Name\nArr', typedFields: 'region__gc, Region, picklist' }
  expect(settingsOf(settingsForm.parse(form))).toMatchObject({
    companyAttributes: ['Arr', 'Csm__gr.Name'],
    typedFields: [{ name: 'region__gc', label: 'Region', dataType: 'PICKLIST' }],
  })
})

test('an address may hold its placeholders, and no others', () => {
  expect(faults({ addressPattern: 'https://a.example/goal/{gsid}?c={companyId}' })).toBeUndefined()
  expect(faults({ addressPattern: 'https://a.example/{id}' })).toHaveLength(1)
  expect(faults({ addressPattern: 'javascript:alert(1)' })).toHaveLength(1)
})

test('a wrong line is named', () => {
  expect(faults({ typedFields: 'region__gc, Region, PICKLIST\nregion, Region, STRING' })).toEqual([
    'typedFields: “region, Region, STRING”: the name of a custom field ends in __gc.',
  ])
  expect(faults({ companyAttributes: 'Arr\nnot a field' })).toEqual([
    'companyAttributes: “not a field” is not the name of a field.',
  ])
})
