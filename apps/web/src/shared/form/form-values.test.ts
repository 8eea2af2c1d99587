import { expect, test } from 'vitest'
import { field as goalField } from '#web/shared/api/field-of-test.ts'
import { changedFields, changedRecord, draftOf, draftsOf, editableFields, markStays, readDraft } from './form-values.ts'

const today = '2026-11-23'
const field: typeof goalField = (name, over) => goalField(name, { group: 'custom', ...over })
const name = field('Name', { type: 'text', required: true, group: 'standard' })
const due = field('DueDate', { type: 'date' })
const worth = field('Worth__gc', { type: 'number', dataType: 'CURRENCY', decimalPlaces: 2 })
const products = field('Products__gc', { type: 'multipicklist' })
const reviewed = field('Reviewed__gc', { type: 'datetime' })
const all = [name, due, worth, products, reviewed]

test('what the tenant does not let be set is no field of the form', () => {
  const fields = [
    worth,
    field('Arr', { type: 'number', group: 'company' }),
    field('Gsid', { type: 'gsid', editable: false }),
    name,
  ]
  expect(editableFields(fields)).toEqual([name, worth])
})

test.each([
  ['1234.5', 1234.5],
  ['1,234,567.25', 1_234_567.25],
  ["1'000", 1000],
  ['-3', -3],
])('a number: %s', (text, value) => {
  expect(readDraft(worth, text, today)).toEqual({ value })
})

test.each(['12a', '1.234', '1,5', '', '1e5'].filter(Boolean))('not a number, or too fine: %s', (text) => {
  expect(readDraft(worth, text, today)).toHaveProperty('problem')
})

test('a day is read as people type it and sent as a date', () => {
  expect(readDraft(due, '31 mar', today)).toEqual({ value: '2027-03-31' })
  expect(readDraft(due, 'soon', today)).toHaveProperty('problem')
})

test('an empty box empties its field, unless the field is required', () => {
  expect(readDraft(due, '  ', today)).toEqual({ value: null })
  expect(readDraft(products, [], today)).toEqual({ value: null })
  expect(readDraft(name, ' ', today)).toEqual({ problem: 'Name must not be empty.' })
})

test('a field that the tenant does not let be emptied says so and is not sent; one that was empty may stay so', () => {
  const marked = markStays(all, { DueDate: 'never', Description: 'null', custom: 'null' })
  const before = draftsOf(marked, { Name: 'Grow', DueDate: '2027-03-31', Worth__gc: 5 })
  expect(marked.filter(({ stays }) => stays)).toEqual([{ ...due, stays: true }])
  expect(marked.map((each) => readDraft(each, '', today)).filter((read) => 'problem' in read)).toEqual([
    { problem: 'Name must not be empty.' },
    { problem: 'This tenant does not let this field be emptied: give it another value.' },
  ])
  expect(changedRecord(marked, before, { ...before, DueDate: '', Worth__gc: '' }, today)).toEqual({ Worth__gc: null })
  const empty = draftsOf(marked, { Name: 'Grow' })
  expect(changedRecord(marked, empty, { ...empty, DueDate: '31 mar' }, today)).toEqual({ DueDate: '2027-03-31' })
})

test('e-mail addresses, web addresses and lengths are checked', () => {
  expect(readDraft(field('E__gc', { type: 'text', dataType: 'EMAIL' }), 'ana@', today)).toHaveProperty('problem')
  expect(readDraft(field('U__gc', { type: 'text', dataType: 'URL' }), 'javascript:alert(1)', today)).toHaveProperty(
    'problem',
  )
  expect(readDraft(field('T__gc', { type: 'text', maxLength: 3 }), 'four', today)).toHaveProperty('problem')
  expect(readDraft(field('T__gc', { type: 'text', maxLength: 0 }), 'four', today)).toEqual({ value: 'four' })
})

test('only what changed is sent', () => {
  const before = draftsOf(all, {
    Name: 'Grow',
    DueDate: '2027-03-31',
    Worth__gc: 5,
    Products__gc: ['A', 'B'],
    Reviewed__gc: 1_760_000_012_345,
  })
  expect(changedRecord(all, before, before, today)).toEqual({})
  const after = { ...before, Name: 'Grow more', DueDate: '31 mar', Worth__gc: '5.00', Products__gc: ['B', 'A'] }
  expect(changedRecord(all, before, after, today)).toEqual({ Name: 'Grow more' })
  expect(changedRecord(all, before, { ...before, Worth__gc: '', Products__gc: ['A'] }, today)).toEqual({
    Worth__gc: null,
    Products__gc: ['A'],
  })
})

test('a draft that cannot be read counts as changed and is not sent', () => {
  const before = draftsOf([due], { DueDate: null })
  expect(changedFields([due], before, { DueDate: 'soon' })).toEqual(['DueDate'])
  expect(changedRecord([due], before, { DueDate: 'soon' }, today)).toEqual({})
})

test('an instant is shown on the viewer’s clock and read back to the minute', () => {
  const instant = new Date(2026, 10, 23, 14, 5).getTime()
  expect(draftOf(reviewed, instant)).toBe('2026-11-23T14:05')
  expect(readDraft(reviewed, '2026-11-23T14:05', today)).toEqual({ value: instant })
})
