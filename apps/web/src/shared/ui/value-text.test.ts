import { expect, test } from 'vitest'
import { valueText } from './value-text.ts'

const text = { type: 'text' as const, dataType: 'STRING', decimalPlaces: null, options: [] }

test.each([[null], [''], [[]]])('%j is a dash', (value) => {
  expect(valueText(value, text)).toBe('–')
})

test('numbers keep the decimals that the field has, and percentages their sign', () => {
  expect(valueText(1234.5, { ...text, type: 'number', dataType: 'CURRENCY', decimalPlaces: 2 })).toBe('1,234.50')
  expect(valueText(37.5, { ...text, type: 'number', dataType: 'PERCENTAGE' })).toBe('37.5 %')
  expect(valueText(0, { ...text, type: 'number' })).toBe('0')
})

test('picklists show labels, several joined', () => {
  const options = [{ value: 'emea', label: 'Europe', active: true }]
  expect(valueText('emea', { ...text, type: 'picklist', options })).toBe('Europe')
  expect(valueText(['emea', 'gone'], { ...text, type: 'multipicklist', options })).toBe('Europe, gone')
})

test('a description shows its words', () => {
  expect(valueText('<p>One <b>two</b></p>', { ...text, type: 'html' })).toBe('One two')
})

test('a calendar date is read with its year', () => {
  expect(valueText('2032-03-03', { ...text, type: 'date' })).toBe('3 Mar 2032')
})

test('yes and no', () => {
  expect(valueText(false, { ...text, type: 'boolean' })).toBe('No')
})
