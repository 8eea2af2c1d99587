import { expect, test } from 'vitest'
import { addressOf } from './request.ts'

test('params are encoded into the path and the query follows', () => {
  expect(addressOf('/api/goals/:gsid', { params: { gsid: 'a/b c' }, query: { fresh: '1', search: undefined } })).toBe(
    '/api/goals/a%2Fb%20c?fresh=1',
  )
})

test('without query there is no question mark', () => {
  expect(addressOf('/api/fields', {})).toBe('/api/fields')
})
