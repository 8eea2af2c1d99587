import { describe, expect, test } from 'vitest'
import { facetLines, type FacetGroup } from './facets.ts'

const bucket = (value: string | boolean | null, count: number, label = String(value)) => ({
  value,
  label,
  hint: null,
  count,
})

describe('few known values', () => {
  const due: FacetGroup = {
    field: 'DueBucket',
    title: 'Due',
    order: 'fixed',
    known: [
      { value: 'overdue', label: 'Overdue' },
      { value: 'week', label: 'Within 7 days' },
    ],
  }

  test('stay where they are, with a zero when no goal has them', () => {
    const lines = facetLines(due, [bucket('week', 3)], [])
    expect(lines.map(({ label, count }) => [label, count])).toEqual([
      ['Overdue', 0],
      ['Within 7 days', 3],
    ])
  })

  test('are followed by what nobody knew', () => {
    expect(facetLines(due, [bucket('someday', 1)], []).map(({ label }) => label)).toEqual([
      'Overdue',
      'Within 7 days',
      'someday',
    ])
  })
})

describe('many values', () => {
  const company: FacetGroup = { field: 'CompanyId', title: 'Company', order: 'count', known: [] }

  test('come by count, chosen ones first', () => {
    const lines = facetLines(company, [bucket('a', 9), bucket('b', 5), bucket('c', 7)], ['b'])
    expect(lines.map(({ value, isChosen }) => [value, isChosen])).toEqual([
      ['b', true],
      ['a', false],
      ['c', false],
    ])
  })

  test('a chosen one stays when no goal has it any more', () => {
    expect(facetLines(company, [bucket('a', 9)], ['gone'])[0]).toMatchObject({
      value: 'gone',
      count: 0,
      isChosen: true,
    })
  })
})

test('nothing there is called None', () => {
  const csm: FacetGroup = { field: 'Csm', title: 'CSM', order: 'count', known: [] }
  expect(facetLines(csm, [], [null])[0]?.label).toBe('None')
})
