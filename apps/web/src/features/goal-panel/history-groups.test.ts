import { expect, test } from 'vitest'
import { changeOfTest } from './change-of-test.ts'
import { historyGroups } from './history-groups.ts'

test('what one write or one look at the goal brought stands together', () => {
  const changes = [
    changeOfTest({ id: '6', field: 'Name', writeId: 'w2', seenAt: 30 }),
    changeOfTest({ id: '5', field: 'DueDate', writeId: 'w2', seenAt: 31 }),
    changeOfTest({ id: '4', field: 'Name', writeId: 'w1', seenAt: 20 }),
    changeOfTest({ id: '3', field: 'Name', seenAt: 10, by: 'Ana' }),
    changeOfTest({ id: '2', field: 'CTA', seenAt: 10, by: 'Ana' }),
    changeOfTest({ id: '1', field: 'Name', seenAt: 9, by: 'Ana' }),
  ]
  expect(historyGroups(changes).map((group) => group.map(({ id }) => id))).toEqual([
    ['6', '5'],
    ['4'],
    ['3', '2'],
    ['1'],
  ])
  expect(historyGroups([])).toEqual([])
})
