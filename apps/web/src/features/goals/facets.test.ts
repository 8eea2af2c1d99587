import { describe, expect, test } from 'vitest'
import type { Field } from '@goalkeeper/contract/catalogue'
import { facetLines, mostFacets, offeredFacets, shownFacets, withSeen, type FacetGroup } from './facets.ts'

const bucket = (value: string | boolean | null, count: number, label = String(value)) => ({
  value,
  label,
  hint: null,
  count,
})

describe('few known values', () => {
  const due: FacetGroup = {
    field: 'DueBucket',
    type: 'picklist',
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
  const company: FacetGroup = { field: 'CompanyId', type: 'gsid', title: 'Company', order: 'count', known: [] }

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
  const csm: FacetGroup = { field: 'Csm', type: 'text', title: 'CSM', order: 'count', known: [] }
  expect(facetLines(csm, [], [null])[0]?.label).toBe('None')
})

const field = (name: string, type: Field['type'], extra: Partial<Field> = {}): Field => ({
  name,
  label: name,
  type,
  group: 'standard',
  operators: [],
  options: [],
  sortable: true,
  editable: false,
  required: false,
  dataType: 'STRING',
  lookup: null,
  decimalPlaces: null,
  maxLength: null,
  ...extra,
})
const options = (...labels: string[]) => labels.map((label, index) => ({ value: `id${index}`, label, active: true }))

describe('what can be a facet', () => {
  const fields = [
    field('Name', 'text'),
    field('DueDate', 'date'),
    field('StatusId', 'gsid'),
    field('CompanyId', 'gsid', { lookup: 'company' }),
    field('GoalTypeId', 'gsid'),
    field('Region__gc', 'picklist', { group: 'custom', options: options('EMEA', 'APAC') }),
    field('Products__gc', 'multipicklist', { group: 'custom' }),
    field('Agreed__gc', 'boolean', { group: 'custom' }),
    field('Sponsor__gc', 'gsid', { group: 'custom', lookup: 'user' }),
    field('CompanyId__gr.Csm__gr.Name', 'text', { group: 'company' }),
    field('CompanyId__gr.Stage', 'picklist', { group: 'company', options: options('Live') }),
    field('DueBucket', 'picklist', { group: 'derived' }),
    field('CreatedAge', 'picklist', { group: 'derived', options: options('7 days at most') }),
    field('CTA', 'ids', { group: 'links' }),
  ]
  const offered = offeredFacets(fields, [], null)
  const named = (groups: readonly FacetGroup[]) => groups.map((group) => group.field)

  test('is every field with few values or with names, the usual ones first', () => {
    expect(named(offered)).toEqual([
      'DueBucket',
      'CompanyId',
      'CompanyId__gr.Csm__gr.Name',
      'CTA',
      'Region__gc',
      'Products__gc',
      'Agreed__gc',
      'Sponsor__gc',
      'CompanyId__gr.Stage',
      'CreatedAge',
    ])
  })

  test('has its values in their order, as they are stored', () => {
    const of = (name: string) => offered.find((group) => group.field === name)
    expect(of('Region__gc')).toMatchObject({ order: 'fixed', known: [{ value: 'EMEA' }, { value: 'APAC' }] })
    expect(of('CreatedAge')?.known).toEqual([{ value: 'id0', label: '7 days at most' }])
    expect(of('Sponsor__gc')).toMatchObject({ order: 'count', known: [] })
  })

  test('is not what all goals of the page have in common', () => {
    const scope = { field: 'CompanyId', op: 'EQ' as const, value: ['ACME'] }
    expect(named(offeredFacets(fields, [], scope))).not.toContain('CompanyId')
  })

  test('stands at the left when it was chosen, in the order of choosing, and never too many', () => {
    expect(named(shownFacets(offered, null))).toEqual(['DueBucket', 'CompanyId', 'CompanyId__gr.Csm__gr.Name', 'CTA'])
    expect(named(shownFacets(offered, 'CreatedAge,Gone__gc,DueBucket'))).toEqual(['CreatedAge', 'DueBucket'])
    expect(shownFacets(offered, '')).toEqual([])
    const many = Array.from({ length: 20 }, (_, index) => field(`P${index}__gc`, 'picklist', { group: 'custom' }))
    const all = offeredFacets(many, [], null)
    expect(shownFacets(all, named(all).join(','))).toHaveLength(mostFacets)
  })
})

test('what was seen stays with a zero while there is room for it', () => {
  const seen = [bucket('a', 3), bucket('b', 2)]
  expect(withSeen([bucket('b', 1)], seen).map(({ value, count }) => [value, count])).toEqual([
    ['b', 1],
    ['a', 0],
  ])
  const full = Array.from({ length: 8 }, (_, index) => bucket(`v${index}`, 9))
  expect(withSeen(full, seen)).toEqual(full)
})
