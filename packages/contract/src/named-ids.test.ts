import { expect, test } from 'vitest'
import type { Field } from './catalogue.ts'
import { namedIdsIn } from './named-ids.ts'

const gsid = (start: string) => start.padEnd(36, '0')
const field = (name: string, lookup: string | null) => ({ name, label: name, type: 'gsid', lookup }) as Field
const fields = [
  field('CreatedById', 'user'),
  field('Sponsor__gc', 'user'),
  field('CTA', 'CTA'),
  field('Partner__gc', 'partner_object'),
  field('Name', null),
]
const on = (name: string, ...value: (string | number)[]) => ({ field: name, op: 'IN' as const, value })

test('ids are found wherever they stand, once each, by the kind of their field', () => {
  const filter = {
    and: [
      on('CreatedById', gsid('1P01B')),
      { not: { or: [on('Sponsor__gc', gsid('1P01A'), gsid('1P01B')), on('CTA', gsid('1S01'))] } },
    ],
  }
  expect([...namedIdsIn(filter, fields)]).toEqual([
    ['user', [gsid('1P01A'), gsid('1P01B')]],
    ['CTA', [gsid('1S01')]],
  ])
})

test('what is no id, and what points to no kind of record, has no name', () => {
  const filter = {
    and: [
      on('Sponsor__gc', 'Ana', 7),
      on('Partner__gc', gsid('1XYZ')),
      on('Name', gsid('1P01')),
      on('Gone', gsid('1P01')),
    ],
  }
  expect(namedIdsIn(filter, fields).size).toBe(0)
  expect(namedIdsIn({ field: 'CTA', op: 'IS_NULL' }, fields).size).toBe(0)
  expect(namedIdsIn(null, fields).size).toBe(0)
})
