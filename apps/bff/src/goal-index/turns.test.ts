import { expect, test } from 'vitest'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { columnsOf, type GoalRow } from './goal-row.ts'
import { turnsOf } from './turns.ts'

const row = (status_meaning: GoalRow['status_meaning']): GoalRow => ({
  ...columnsOf({ gsid: 'G1', fields: {}, CTA: [], SP: [] }),
  status_name: null,
  status_meaning,
  company_name: null,
  relationship_name: null,
  opportunity_name: null,
  created_by_name: null,
  modified_by_name: null,
  company: {},
  linked: {},
  linked_terms: [],
  hash: '',
})

function turns(
  field: string,
  [before, after]: [FieldValue, FieldValue],
  [was, is]: GoalRow['status_meaning'][] = ['planned', 'planned'],
) {
  const change = {
    gsid: 'G1',
    field,
    before,
    after,
    by: null,
    source: 'sync' as const,
    writeId: null,
    byId: null,
    screen: null,
    seenBefore: null,
    seenAt: Date.parse('2026-11-27T23:30:00Z'),
  }
  return turnsOf({ row: row(is ?? null), changes: [change] }, row(was ?? null)).map(({ kind, week }) => [kind, week])
}

test('a due date that is put off is a turn of its week', () => {
  expect(turns('DueDate', ['2026-12-01', '2027-01-01'])).toEqual([['later', '2026-11-23']])
})

test.each<[string, FieldValue, FieldValue]>([
  ['brought forward', '2027-01-01', '2026-12-01'],
  ['set for the first time', null, '2026-12-01'],
  ['taken away', '2026-12-01', null],
])('one that is %s is none', (_, before, after) => {
  expect(turns('DueDate', [before, after])).toEqual([])
})

test('a status that means achieved is a turn, unless the one before meant it as well', () => {
  expect(turns('StatusId', ['RISK', 'DONE'], ['at risk', 'achieved'])).toEqual([['achieved', '2026-11-23']])
  expect(turns('StatusId', ['DONE', 'PARTLY'], ['achieved', 'achieved'])).toEqual([])
  expect(turns('StatusId', ['RISK', 'GONE'], ['at risk', 'dropped'])).toEqual([])
})

test('of a goal that nobody knew nothing is said', () => {
  expect(turnsOf({ row: row('achieved'), changes: [] }, null)).toEqual([])
})
