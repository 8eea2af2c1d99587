import { expect, test } from 'vitest'
import { parentIn, parentWay } from './parent-way.ts'

test('the chosen parent is sent by id where the tenant takes it, or nobody knows', () => {
  expect(parentWay('COMPANY', 'yes', null)).toEqual({ sentAs: 'id' })
  expect(parentWay('OPPORTUNITY', 'unknown', null)).toEqual({ sentAs: 'id' })
})

test('else by a lookup on its Gsid', () => {
  expect(parentWay('COMPANY', 'no', null)).toEqual({ sentAs: 'lookup', objectName: 'company' })
  expect(parentWay('OPPORTUNITY', 'no', 'gs_opportunity')).toEqual({ sentAs: 'lookup', objectName: 'gs_opportunity' })
})

test('else there is no safe way', () => {
  expect(parentWay('OPPORTUNITY', 'no', null)).toBeNull()
})

test('a parent is named as its way says', () => {
  const parent = { entityType: 'COMPANY', gsid: '1P02' } as const
  expect(parentIn({ sentAs: 'id' }, parent)).toEqual({ ...parent, sentAs: 'id' })
  expect(parentIn({ sentAs: 'lookup', objectName: 'company' }, parent)).toMatchObject({
    sentAs: 'lookup',
    objectName: 'company',
  })
})
