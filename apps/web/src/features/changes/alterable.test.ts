import { expect, test } from 'vitest'
import { alterableFields, alteredValues } from './alterable.ts'
import { changeRow, changeSet } from './change-of-test.ts'

test('what the deeds touch can be altered, and what differs; links are chosen elsewhere', () => {
  const set = changeSet({ deeds: [{ kind: 'move-due', days: 7 }, { kind: 'link-ctas-by-name' }] })
  const row = changeRow({ differences: [{ field: 'CTA', before: [], after: ['a'] }] })
  expect(alterableFields(row, set)).toEqual(['DueDate'])
  expect(alterableFields(changeRow({}), changeSet({ deeds: [] }))).toEqual(['StatusName'])
})

test('altering begins with what will stand there', () => {
  const differences = [
    { field: 'DueDate', before: '2026-12-01', after: '2026-12-08' },
    { field: 'StatusName', before: 'New', after: 'Retired' },
  ]
  expect(alteredValues(changeRow({ differences, altered: { DueDate: '2027-01-01' } }))).toEqual({
    DueDate: '2027-01-01',
    StatusName: 'Retired',
  })
})
