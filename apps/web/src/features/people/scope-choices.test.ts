import { expect, test } from 'vitest'
import { choiceOfScope, ownScope, scopeChoices } from './scope-choices.ts'

const filter = { field: 'Region', op: 'EQ' as const, value: ['EMEA'] }

test('what somebody sees is one of the choices', () => {
  expect([null, ownScope, filter].map((scope) => choiceOfScope({ scope }))).toEqual(['all', 'own', 'filter'])
  expect(scopeChoices({ scope: null }).map(({ value }) => value)).toEqual(['all', 'own', 'another-filter'])
  expect(scopeChoices({ scope: filter }).map(({ value }) => value)).toEqual(['all', 'own', 'filter', 'another-filter'])
})
