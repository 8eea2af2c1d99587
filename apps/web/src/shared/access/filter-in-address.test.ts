import { expect, test } from 'vitest'
import { filterInAddress } from './filter-in-address.ts'

test('a filter is taken from the address of a list', () => {
  const filter = { field: 'Region', op: 'EQ', value: ['EMEA'] }
  const address = `/goals?sort=Name&filter=${encodeURIComponent(JSON.stringify(filter))}`
  expect(filterInAddress(address)).toEqual(filter)
  expect(filterInAddress(`https://goals.example${address}`)).toEqual(filter)
  for (const text of ['', '/goals', '/goals?filter=x', '/goals?filter={"field":1}', 'http://']) {
    expect(filterInAddress(text)).toBeNull()
  }
})
