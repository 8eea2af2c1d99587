import { expect, test } from 'vitest'
import { choiceOfScope, filterInAddress, ownScope, scopeChoices } from './scope-choices.ts'

const filter = { field: 'Region', op: 'EQ' as const, value: ['EMEA'] }

test('what somebody sees is one of the choices', () => {
  expect([null, ownScope, filter].map((scope) => choiceOfScope({ scope }))).toEqual(['all', 'own', 'filter'])
  expect(scopeChoices({ scope: null }).map(({ value }) => value)).toEqual(['all', 'own', 'another-filter'])
  expect(scopeChoices({ scope: filter }).map(({ value }) => value)).toEqual(['all', 'own', 'filter', 'another-filter'])
})

test('a filter is taken from the address of a list', () => {
  const address = `/goals?sort=Name&filter=${encodeURIComponent(JSON.stringify(filter))}`
  expect(filterInAddress(address)).toEqual(filter)
  expect(filterInAddress(`https://goals.example${address}`)).toEqual(filter)
  for (const text of ['', '/goals', '/goals?filter=x', '/goals?filter={"field":1}', 'http://']) {
    expect(filterInAddress(text)).toBeNull()
  }
})
