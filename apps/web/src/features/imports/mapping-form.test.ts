import type { Mapping } from '@goalkeeper/contract/imports'
import { expect, test, vi } from 'vitest'
import { columnProblem, formOfMapping, mappingForm, mappingOfForm } from './mapping-form.ts'

vi.stubGlobal('location', { origin: 'https://goals.example' })

const mapping: Mapping = {
  columns: [{ kind: 'field', field: 'Name' }, { kind: 'nothing' }],
  constants: { StatusName: 'New', Weight__gc: 3 },
  dates: 'day-month-year',
  decimal: ',',
  empty: 'clear',
  match: 'gsid',
  forEachCompany: { filter: { field: 'CompanyName', op: 'CONTAINS', value: ['Ltd & Sons'] } },
}

test('a mapping comes back from the form as it went in', () => {
  for (const one of [mapping, { ...mapping, forEachCompany: { filter: null } }, { ...mapping, forEachCompany: null }]) {
    const form = formOfMapping(one)
    expect(mappingForm.safeParse(form).success).toBe(true)
    expect(mappingOfForm(form)).toEqual(one)
  }
})

test('an address that holds no filter is told before anything is sent', () => {
  const form = { ...formOfMapping(mapping), address: '/goals' }
  expect(mappingForm.safeParse(form).error?.issues[0]?.path).toEqual(['address'])
})

test('what was wrong with a column is not said of another choice', () => {
  const file = { mapping, mappingProblems: [{ column: 0, reason: 'No such field.' }] }
  expect(columnProblem(file, 0, 'field Name')).toBe('No such field.')
  expect(columnProblem(file, 0, 'gsid')).toBeNull()
  expect(columnProblem(file, 1, 'nothing')).toBeNull()
})
