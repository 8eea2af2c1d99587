import { expect, test } from 'vitest'
import { findLabelled, labelRank } from './find-commands.ts'

test.each([
  ['', 0],
  ['new', 0],
  ['New goal', 0],
  ['n g', 0],
  ['goal', 1],
  ['go ne', 1],
  ['create', 2],
  ['oal', null],
  ['new company', null],
])('%j fits “New goal”: %j', (typed, rank) => {
  expect(labelRank(typed, 'New goal', 'create add')).toBe(rank)
})

test('the best comes first, and equal ones keep their order', () => {
  const commands = [
    { label: 'All goals' },
    { label: 'Copy link to this goal' },
    { label: 'Goal history' },
    { label: 'Sort' },
  ]
  expect(findLabelled('GOÁL', commands).map(({ label }) => label)).toEqual([
    'Goal history',
    'All goals',
    'Copy link to this goal',
  ])
})
