import { expect, test } from 'vitest'
import { findObjectNames } from './object-names.ts'

const objects = [
  { objectName: 'company', label: 'Company', keyPrefix: '1P02AAAAAAAAAAAAAA' },
  { objectName: 'cg_tenant', label: 'Ziele', keyPrefix: '1CG0AAAAAAAAAAAAAA' },
  { objectName: 'cgt', label: 'Customer Goal Template', keyPrefix: '1CG1AAAAAAAAAAAAAA' },
  { objectName: 'sfdc_opportunity', label: 'Opportunity' },
  { objectName: 'gs_opp', label: 'GS Opportunity' },
]

test('finds the goal object by the first half of a goal id, whatever its label', () => {
  expect(findObjectNames(objects, '1CG0AAAAAAAAAAAAAA000000000000000001').goal).toBe('cg_tenant')
})

test('finds the goal object by its label where prefixes are not told, and not the template', () => {
  const labelled = [
    { objectName: 'cgt', label: 'Customer Goal Template' },
    { objectName: 'cg', label: 'Customer Goal' },
  ]
  expect(findObjectNames(labelled, null)).toMatchObject({ goal: 'cg', template: 'cgt' })
})

test("takes Gainsight's own opportunity before another system's", () => {
  expect(findObjectNames(objects, null).opportunity).toBe('gs_opp')
})

test('has null for what is not there', () => {
  expect(findObjectNames([], null)).toEqual({ goal: null, opportunity: null, template: null, relationshipType: null })
})
