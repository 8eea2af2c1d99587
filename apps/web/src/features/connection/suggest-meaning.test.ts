import { expect, test } from 'vitest'
import { suggestMeaning } from './suggest-meaning.ts'

test.each([
  ['New', 'planned'],
  ['Not Started', 'planned'],
  ['On Track', 'on track'],
  ['In Progress', 'on track'],
  ['At Risk', 'at risk'],
  ['Off track', 'at risk'],
  ['Achieved', 'achieved'],
  ['Not achieved', 'dropped'],
  ['Closed: cancelled', 'dropped'],
  ['Phase 3', null],
])('%s suggests %s', (name, meaning) => {
  expect(suggestMeaning(name)).toBe(meaning)
})
