import type { ImportRow } from '@goalkeeper/contract/imports'
import { expect, test } from 'vitest'
import { effectWords, noteOfRow, sizeOf } from './import-words.ts'

const counts = { create: 0, update: 0, unchanged: 0, ambiguous: 0, invalid: 0 }
const row: ImportRow = {
  row: 2,
  place: 0,
  cells: [],
  corrected: [],
  outcome: 'create',
  gsid: null,
  name: 'Adopt',
  parentName: 'Harborline',
  differences: [],
  problems: [],
}
const problem = { column: 1, value: 'x', reason: 'No such status.', suggestions: [] }

test('what an import does is said in a sentence', () => {
  expect(effectWords(null)).toBeNull()
  expect(effectWords({ ...counts, create: 1, update: 1200 })).toBe('The import creates 1 goal and changes 1,200 goals.')
  expect(effectWords({ ...counts, unchanged: 3, invalid: 1 })).toContain('nothing to import')
  expect(effectWords({ ...counts, invalid: 1 })).toBe('No row can be imported yet.')
  expect(sizeOf({ ...counts, create: 2, update: 1, ambiguous: 3, invalid: 4 })).toEqual({ writes: 3, stuck: 7 })
})

test('a row says what is wrong with it, or what becomes of it', () => {
  const labelOf = (name: string) => name.toLowerCase()
  expect(noteOfRow(row, labelOf)).toBe('Harborline')
  const differences = ['Name', 'DueDate'].map((field) => ({ field, before: null, after: 'x' }))
  expect(noteOfRow({ ...row, outcome: 'update', differences }, labelOf)).toBe('name, duedate')
  expect(noteOfRow({ ...row, outcome: 'unchanged' }, labelOf)).toBe('')
  expect(noteOfRow({ ...row, outcome: 'invalid', problems: [problem] }, labelOf)).toBe('No such status.')
  expect(noteOfRow({ ...row, outcome: 'invalid', problems: [problem, problem] }, labelOf)).toBe(
    'No such status. And 1 more.',
  )
})
