import type { Field } from '@goalkeeper/contract/catalogue'
import { expect, test } from 'vitest'
import { setWords } from './write-words.ts'

const gsid = (start: string) => start.padEnd(36, '0')
const field = { dataType: 'STRING', decimalPlaces: null, options: [] as Field['options'] }
const fields = [
  { ...field, name: 'StatusName', label: 'Status', type: 'picklist' },
  { ...field, name: 'DueDate', label: 'Due date', type: 'date' },
  { ...field, name: 'Sponsor__gc', label: 'Sponsor', type: 'gsid' },
] as Field[]
const update = (part: object) => ({
  kind: 'update' as const,
  request: { requests: [{ record: { Gsid: gsid('1CG0') }, ...part }] },
})

test('a write is told by what it sets', () => {
  const record = { Gsid: gsid('1CG0'), StatusName: 'New', DueDate: null }
  expect(setWords(update({ record }), fields)).toBe('Status: New, Due date: empty')
  expect(setWords(update({ association: { SP: [gsid('1S02')] } }), fields)).toBe('links')
  const others = { Gsid: gsid('1CG0'), Sponsor__gc: gsid('1P01'), Gone__gc: 7 }
  expect(setWords(update({ record: others, dissociation: { CTA: [gsid('1S01')] } }), fields)).toBe(
    'Sponsor, Gone__gc, links',
  )
})

test('what cannot be read is still a change', () => {
  expect(setWords({ kind: 'update', request: null }, fields)).toBe('A change')
  expect(setWords({ kind: 'create', request: {} }, fields)).toBe('The new goal')
})
