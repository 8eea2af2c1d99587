import { endOfQuery } from '@goalkeeper/filter/parse-query'
import { expect, test } from 'vitest'
import { field } from '#web/shared/api/field-of-test.ts'
import { begunValue, filterBefore, suggestNames, suggestValues } from './query-suggestions.ts'

const fields = [
  field('StatusId', { label: 'Status id', type: 'gsid' }),
  field('StatusName', { label: 'Status', type: 'picklist' }),
  field('DueDate', { label: 'Due date', type: 'date' }),
  field('CTA', { label: 'CTAs', type: 'ids' }),
  field('CompanyId__gr.Csm', { label: 'CSM id', type: 'gsid', lookup: 'user' }),
  field('CompanyId__gr.Csm__gr.Name', { label: 'CSM', type: 'text' }),
  field('CTA.Owner', { label: 'CTA owner', type: 'multipicklist' }),
  field('CTA.OwnerId', { label: 'CTA owner user', type: 'gsid', lookup: 'user' }),
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
  expect(namesFor('has:cta c')).toEqual(['cta:', 'csm:', 'cta.owner:', 'company.Csm:', 'CTA.OwnerId:'])
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

test('whoever looks is suggested where a name has an id beside it', () => {
  expect(valuesFor('cta.owner:', ['Ben'])).toEqual(['@me', 'Ben', '!'])
  expect(valuesFor('csm:')[0]).toBe('@me')
})

test('what is switched off can be begun', () => {
  expect(namesFor('of')).toContain('off(')
  expect(namesFor('off(sta')[0]).toBe('status:')
})

test.each([
  ['has:cta -cta.owner:', { field: 'CTA', op: 'IS_NOT_NULL' }],
  ['has:cta off(due:TODAY) (cta.owner:B', { and: [{ field: 'CTA', op: 'IS_NOT_NULL' }] }],
  ['has:cta OR cta.owner:', null],
  ['(has:cta OR no:due cta.owner:', null],
  ['cta.owner:', null],
])('values are counted under what stands before their condition: %s', (text, filter) => {
  const end = endOfQuery(text, fields)
  expect(end.kind === 'value' && filterBefore(text, end, fields)).toEqual(filter)
})
