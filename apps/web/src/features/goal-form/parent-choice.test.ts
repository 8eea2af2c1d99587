import { expect, test } from 'vitest'
import { otherParent, parentOf, parentWay } from './parent-choice.ts'

test('the chosen parent is sent by id where the tenant takes it, or nobody knows', () => {
  expect(parentWay('COMPANY', 'yes', null)).toEqual({ kind: 'id' })
  expect(parentWay('OPPORTUNITY', 'unknown', null)).toEqual({ kind: 'id' })
})

test('else by a lookup on its Gsid', () => {
  expect(parentWay('COMPANY', 'no', null)).toEqual({ kind: 'lookup', objectName: 'company' })
  expect(parentWay('OPPORTUNITY', 'no', 'gs_opportunity')).toEqual({ kind: 'lookup', objectName: 'gs_opportunity' })
})

test('else it is refused with the reason', () => {
  expect(parentWay('OPPORTUNITY', 'no', null)).toMatchObject({
    kind: 'none',
    reason: expect.stringContaining('opportunity object'),
  })
})

test('a parent is named as its way says', () => {
  expect(parentOf('COMPANY', '1P02', { kind: 'id' })).toEqual({ entityType: 'COMPANY', gsid: '1P02', sentAs: 'id' })
  expect(parentOf('COMPANY', '1P02', { kind: 'lookup', objectName: 'company' })).toMatchObject({
    sentAs: 'lookup',
    objectName: 'company',
  })
})

test('a goal that was made under another parent is noticed', () => {
  expect(otherParent('COMPANY', 'mine', { CompanyId: 'mine' })).toBeNull()
  expect(otherParent('COMPANY', 'mine', { CompanyId: 'other' })).toBe('other')
  expect(otherParent('RELATIONSHIP', 'mine', { CompanyId: 'other' })).toBeNull()
  expect(otherParent('COMPANY', 'mine', null)).toBeNull()
})
