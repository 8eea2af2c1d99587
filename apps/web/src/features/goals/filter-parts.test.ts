import type { FieldType } from '@goalkeeper/filter/field'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { describe, expect, test } from 'vitest'
import { answerable, chosenValues, toggleValue, withChosenValues } from './filter-parts.ts'

const named = (field: string, type: FieldType) => ({ field, type })

const region: FilterTree = { field: 'Region__gc', op: 'EQ', value: ['EMEA'] }
const status = (...value: string[]): FilterTree => ({ field: 'StatusName', op: value.length > 1 ? 'IN' : 'EQ', value })

describe('choosing values of a facet', () => {
  test('several values of one field stand together beside the rest of the filter', () => {
    const once = toggleValue(region, named('StatusName', 'picklist'), 'New')
    expect(once).toEqual({ and: [region, status('New')] })
    const twice = toggleValue(once, named('StatusName', 'picklist'), 'At Risk')
    expect(twice).toEqual({ and: [region, status('New', 'At Risk')] })
    expect(toggleValue(twice, named('StatusName', 'picklist'), 'New')).toEqual({ and: [region, status('At Risk')] })
  })

  test('the last value that goes takes the condition with it', () => {
    expect(toggleValue(status('New'), named('StatusName', 'picklist'), 'New')).toBeNull()
  })

  test('empty and not empty replace each other', () => {
    expect(toggleValue(status('New'), named('StatusName', 'picklist'), null)).toEqual({
      field: 'StatusName',
      op: 'IS_NULL',
    })
    expect(toggleValue({ field: 'StatusName', op: 'IS_NULL' }, named('StatusName', 'picklist'), 'New')).toEqual(
      status('New'),
    )
  })

  test('links are none or some', () => {
    const none = toggleValue(null, named('CTA', 'ids'), null)
    expect(none).toEqual({ field: 'CTA', op: 'IS_NULL' })
    expect(toggleValue(none, named('CTA', 'ids'), true)).toEqual({ field: 'CTA', op: 'IS_NOT_NULL' })
    expect(chosenValues({ field: 'CTA', op: 'IS_NOT_NULL' }, 'CTA')).toEqual([true])
  })
})

test('a condition that no facet can show chooses nothing', () => {
  expect(chosenValues({ field: 'StatusName', op: 'STARTS_WITH', value: ['N'] }, 'StatusName')).toBeNull()
  expect(chosenValues({ and: [status('New'), status('Old')] }, 'StatusName')).toBeNull()
})

test('choosing replaces every top condition on the field, whatever it was', () => {
  const tree: FilterTree = { and: [{ field: 'StatusName', op: 'STARTS_WITH', value: ['N'] }, region] }
  expect(withChosenValues(tree, 'StatusName', ['New'])).toEqual({ and: [region, status('New')] })
})

test('what the tenant has no field for is left out with a reason', () => {
  const fields = [{ name: 'StatusName', label: 'Status', type: 'picklist' as const }]
  const { filter, problems } = answerable({ and: [status('New'), region] }, fields)
  expect(filter).toEqual(status('New'))
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain('Region__gc')
})

test('several labels are chosen together by what a multi-picklist includes', () => {
  const products = named('Products__gc', 'multipicklist')
  const once = toggleValue(null, products, 'Core')
  expect(once).toEqual({ field: 'Products__gc', op: 'INCLUDES', value: ['Core'] })
  const twice = toggleValue(once, products, 'Mobile')
  expect(twice).toEqual({ field: 'Products__gc', op: 'INCLUDES', value: ['Core', 'Mobile'] })
  expect(chosenValues(twice, 'Products__gc')).toEqual(['Core', 'Mobile'])
  expect(toggleValue(once, products, 'Core')).toBeNull()
})

test('yes and no together are what a truth value can be asked for', () => {
  const yes = toggleValue(null, named('Executive_Commitment__gc', 'boolean'), true)
  expect(toggleValue(yes, named('Executive_Commitment__gc', 'boolean'), false)).toEqual({
    field: 'Executive_Commitment__gc',
    op: 'EQ',
    value: [true, false],
  })
})
