import { expect, test } from 'vitest'
import { createNearness } from './nearness.ts'

const near = createNearness(['Acme Corporation', 'Acme Corp', 'Globex', 'Initech'], (name) => name)

test('names that are spelled alike come first, and what is nothing like it does not come', () => {
  expect(near('Acme Corp.')).toEqual(['Acme Corp', 'Acme Corporation'])
  expect(near('glbex')).toEqual(['Globex'])
  expect(near('Umbrella')).toEqual([])
  expect(near('')).toEqual([])
})
