import { endOfQuery } from '@goalkeeper/filter/parse-query'
import { expect, test } from 'vitest'
import { field } from '#web/shared/api/field-of-test.ts'
import { begunValue, suggestNames, suggestValues } from './query-suggestions.ts'

const fields = [
  field('StatusId', { label: 'Status id', type: 'gsid' }),
  field('StatusName', { label: 'Status', type: 'picklist' }),
  field('DueDate', { label: 'Due date', type: 'date' }),
  field('CTA', { label: 'CTAs', type: 'ids' }),
  field('CompanyId__gr.Csm', { label: 'CSM id', type: 'gsid', lookup: 'user' }),
  field('CompanyId__gr.Csm__gr.Name', { label: 'CSM', type: 'text' }),
]
const bucket = (value: string) => ({ value, label: value, hint: null, count: 3 })

const namesFor = (text: string) => suggestNames(text, endOfQuery(text, fields), fields).map((each) => each.text)
function valuesFor(text: string, found: string[] = []) {
  const end = endOfQuery(text, fields)
  if (end.kind !== 'value') return expect.fail(`No value is begun in ${text}.`)
  return suggestValues(text, end, fields, found.map(bucket)).map((each) => each.text)
}

test('names are suggested by what was begun of them or of their labels, ids last', () => {
  expect(namesFor('sta')).toEqual(['status:', 'StatusId:'])
  expect(namesFor('has:cta c')).toEqual(['cta:', 'csm:', 'company.Csm:'])
  expect(namesFor('')).toEqual(expect.arrayContaining(['status:', 'due:', 'has:', 'no:']))
})

test('behind has: the name is all', () => {
  expect(namesFor('(has:d')[0]).toBe('due')
})

test('values are those of the goals, written as the query needs them', () => {
  expect(valuesFor('status:', ['New', 'On Track'])).toEqual(['New', '"On Track"', '!', '~', '!~', '^', '$'])
  expect(valuesFor('status:New,"on', ['New', 'On Track'])).toEqual(['"On Track"'])
  expect(begunValue('status:New,"on', endOfQuery('status:New,"on', fields))).toBe('on')
})

test('days are suggested as filters write them, and users begin with whoever looks', () => {
  expect(valuesFor('due:<TODAY+')).toEqual(['TODAY+7', 'TODAY+30', 'TODAY+90'])
  expect(valuesFor('CompanyId__gr.Csm:')[0]).toBe('@me')
})
