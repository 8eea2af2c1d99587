import { ownCompanies } from '@goalkeeper/contract/people'
import { expect, test } from 'vitest'
import { scopeWords } from './scope-words.ts'

const user = { gsid: '1P01', name: 'Ana' }

test('somebody is told which goals they see, and why there may be none', () => {
  expect(scopeWords({ scope: null, gainsightUser: null }, [])).toBeNull()
  expect(scopeWords({ scope: { ...ownCompanies, value: ['@me'] }, gainsightUser: user }, [])).toBe(
    'You see the goals of the companies whose CSM you are.',
  )
  expect(scopeWords({ scope: { ...ownCompanies, value: ['@me'] }, gainsightUser: null }, [])).toContain(
    'no user of your',
  )
  expect(scopeWords({ scope: { field: 'Region', op: 'EQ', value: ['EMEA'] }, gainsightUser: null }, [])).toBe(
    'You see the goals whose Region is “EMEA”.',
  )
})
