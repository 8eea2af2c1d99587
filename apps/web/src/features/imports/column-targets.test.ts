import type { ColumnTarget } from '@goalkeeper/contract/imports'
import { expect, test } from 'vitest'
import { field } from '#web/shared/api/field-of-test.ts'
import { keyOfTarget, targetGroups, targetLabel, targetOfKey } from './column-targets.ts'

const fields = [
  field('Name'),
  field('StatusName', { label: 'Status name' }),
  field('CreatedDate', { label: 'Created', editable: false }),
  field('CompanyId__gr.Sfdc Id', { label: 'Salesforce Id', group: 'company', editable: false }),
]

test('a target and its word stand for each other', () => {
  const targets: ColumnTarget[] = [
    { kind: 'nothing' },
    { kind: 'gsid' },
    { kind: 'version' },
    { kind: 'field', field: 'Region__gc' },
    { kind: 'parent', entityType: 'RELATIONSHIP', by: 'Name' },
    { kind: 'parent', entityType: 'COMPANY', by: 'Sfdc Id' },
    { kind: 'links', link: 'CTA' },
    { kind: 'links', link: 'SP' },
  ]
  expect(targets.map((target) => targetOfKey(keyOfTarget(target)))).toEqual(targets)
  expect(new Set(targets.map(keyOfTarget)).size).toBe(targets.length)
})

test('what can be set is offered, and companies by what is known of them', () => {
  const groups = targetGroups(fields)
  const labels = groups.flatMap(({ items }) => items.map(({ label }) => label))
  expect(labels).toEqual(expect.arrayContaining(['Name', 'Status', 'Gsid of the goal', 'Company, by Salesforce Id']))
  expect(labels).not.toContain('Created')
  const values = groups.flatMap(({ items }) => items.map(({ value }) => value))
  expect(new Set(values).size).toBe(values.length)
  expect(targetLabel({ kind: 'parent', entityType: 'COMPANY', by: 'Sfdc Id' }, groups)).toBe(
    'Company, by Salesforce Id',
  )
  expect(targetLabel({ kind: 'nothing' }, groups)).toBe('Left out')
  expect(targetLabel({ kind: 'field', field: 'Gone__gc' }, groups)).toBe('Gone__gc')
})
