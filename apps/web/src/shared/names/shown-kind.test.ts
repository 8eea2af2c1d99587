import type { Field } from '@goalkeeper/contract/catalogue'
import { expect, test } from 'vitest'
import { shortId, shownKind } from './shown-kind.ts'

const sponsor = { type: 'gsid', group: 'custom', label: 'Sponsor', lookup: 'user' } as Field

test('a lookup is shown by the name of its kind of record', () => {
  expect(shownKind(sponsor)).toBe('user')
  expect(shownKind({ ...sponsor, group: 'standard', label: 'Template', lookup: 'template' })).toBe('template')
  expect(shownKind({ ...sponsor, label: 'Sponsor id' })).toBe('user')
})

test('what is called an id by the tenant itself stays one, and so does what points to a kind without names', () => {
  expect(shownKind({ ...sponsor, group: 'standard', label: 'Company id', lookup: 'company' })).toBeNull()
  expect(shownKind({ ...sponsor, lookup: 'partner_object' })).toBeNull()
  expect(shownKind({ ...sponsor, lookup: null })).toBeNull()
  expect(shownKind({ ...sponsor, type: 'text' })).toBeNull()
})

test('an id is shortened to its end', () => {
  expect(shortId(`1P01${'0'.repeat(26)}AB12CD`)).toBe('…AB12CD')
})
