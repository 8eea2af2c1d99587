import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterArbitrary } from './arbitrary.ts'
import { goldenFields } from './golden-goals.ts'
import { filterSentence, type Wording } from './sentence.ts'
import { conditionsOf, type Condition, type FilterTree, type FilterValue, type Operator } from './tree.ts'
import { wordSearch } from './word-search.ts'

const wording: Wording = { fields: goldenFields }
const on = (field: string, op: Operator, ...value: FilterValue[]): Condition => ({ field, op, value })

describe('a filter in words', () => {
  it.each<[string, FilterTree]>([
    [
      'Status is New or On Track and Due date is before today + 30 days',
      { and: [on('StatusName', 'IN', 'New', 'On Track'), on('DueDate', 'LT', 'TODAY+30')] },
    ],
    ['“churn” is in it and Due date is empty', { and: [wordSearch('churn', goldenFields), on('DueDate', 'IS_NULL')] }],
    ['Name contains “churn”', on('Name', 'CONTAINS', 'churn')],
    ['Due date is between today − 1 day and 31 Mar 2028', on('DueDate', 'BTW', 'TODAY-1', '2028-03-31')],
    ['Due date is on or after the start of this quarter', on('DueDate', 'GTE', 'START_OF_QUARTER')],
    ['Due date is empty', on('DueDate', 'IS_NULL')],
    ['ARR is at least 1,250,000.5', on('CompanyId__gr.Arr', 'GTE', 1_250_000.5)],
    ['Overdue is yes', on('Overdue', 'EQ', true)],
    ['Created is after 2028-02-28T00:00:00.000Z', on('CreatedDate', 'GT', Date.UTC(2028, 1, 28))],
    ['Products includes Core or Mobile', on('Products__gc', 'INCLUDES', 'Core', 'Mobile')],
    ['no CTAs and some Success plans', { and: [on('CTA', 'IS_NULL'), on('SP', 'IS_NOT_NULL')] }],
    ['no CTAs and some Success plans', { and: [{ not: on('CTA', 'IS_NOT_NULL') }, { not: on('SP', 'IS_NULL') }] }],
    ['Status is A, B, C, D or 2 more', on('StatusName', 'IN', 'A', 'B', 'C', 'D', 'E', 'F')],
    ['Gone__gc is “x”', on('Gone__gc', 'EQ', 'x')],
    ['every goal', { and: [] }],
    ['no goal', { or: [] }],
  ])('%s', (sentence, tree) => {
    expect(filterSentence(tree, wording)).toBe(sentence)
  })

  it('keeps groups apart by parentheses, and only where they are needed', () => {
    const [a, b, c] = [on('Name', 'IS_NULL'), on('DueDate', 'IS_NULL'), on('SP', 'IS_NULL')]
    expect(filterSentence({ and: [a, { or: [b, c] }] }, wording)).toBe(
      'Name is empty and (Due date is empty or no Success plans)',
    )
    expect(filterSentence({ or: [a, { and: [b, c] }] }, wording)).toBe(
      'Name is empty or (Due date is empty and no Success plans)',
    )
    expect(filterSentence({ and: [a, { or: [b] }] }, wording)).toBe('Name is empty and Due date is empty')
    expect(filterSentence({ not: { or: [a, b] } }, wording)).toBe('not (Name is empty or Due date is empty)')
    expect(filterSentence({ or: [on('StatusName', 'EQ', 'New', 'Old'), a] }, wording)).toBe(
      '(Status is New or Old) or Name is empty',
    )
  })

  it('says names in place of ids where somebody knows them', () => {
    const labelOf = (field: string, value: FilterValue) =>
      field === 'CompanyId' && value === 'HARBORLINE' ? 'Harborline Freight' : undefined
    const tree = on('CompanyId', 'IN', 'HARBORLINE', 'OTHER')
    expect(filterSentence(tree, { ...wording, labelOf })).toBe('Company id is Harborline Freight or OTHER')
  })

  it('names every condition, and closes what it opens', () => {
    fc.assert(
      fc.property(filterArbitrary, (tree) => {
        const sentence = filterSentence(tree, wording)
        for (const { field } of conditionsOf(tree)) {
          expect(sentence).toContain(goldenFields.find(({ name }) => name === field)?.label)
        }
        expect(sentence).not.toContain('undefined')
      }),
    )
  })
})
