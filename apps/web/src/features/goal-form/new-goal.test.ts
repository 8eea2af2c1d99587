import { createGoalRequestSchema } from '@goalkeeper/gainsight/goal-create'
import { expect, test } from 'vitest'
import { field } from '#web/shared/api/field-of-test.ts'
import { entityWords } from '#web/shared/names/entity-words.ts'
import { emptyPlace, missing, newGoalBody, type Place } from './new-goal.ts'

const gsid = (start: string) => start.padEnd(36, 'A')
const fields = [
  field('Name', { required: true }),
  field('StatusName', { type: 'picklist' }),
  field('DueDate', { type: 'date' }),
  field('Description', { type: 'html' }),
  field('Worth__gc', { type: 'number' }),
]
const company = { gsid: gsid('1P02'), name: 'Harborline', hint: null }
const place: Place = { ...emptyPlace, company }
const drafts = { Name: 'Grow', StatusName: 'New', DueDate: '31 mar', Description: '', Worth__gc: '' }

test('only what was filled in is sent, with the parent by id', () => {
  const body = newGoalBody({ ...place, way: { sentAs: 'id' } }, fields, drafts, '2026-11-23')
  expect(body).toEqual({
    requests: [
      {
        record: {
          Name: 'Grow',
          StatusName: 'New',
          DueDate: '2027-03-31',
          EntityType: 'COMPANY',
          CompanyId: company.gsid,
        },
      },
    ],
  })
  expect(createGoalRequestSchema.safeParse(body).success).toBe(true)
})

test('template, relationship type, links and a lookup go along', () => {
  const body = newGoalBody(
    {
      ...place,
      entityType: 'RELATIONSHIP',
      record: { gsid: gsid('1P05'), name: 'EMEA', hint: null },
      templateId: ' T1 ',
      relationshipTypeId: 'R1',
      CTA: [gsid('1S01')],
      way: { sentAs: 'lookup', objectName: 'relationship' },
    },
    fields,
    drafts,
    '2026-11-23',
  )
  expect(body.requests[0]).toMatchObject({
    record: { TemplateId: 'T1', RelationshipTypeId: 'R1', RelationshipName: gsid('1P05') },
    association: { CTA: [gsid('1S01')] },
  })
  expect(body.lookups).toHaveProperty('RelationshipId')
  expect(createGoalRequestSchema.safeParse(body).success).toBe(true)
})

test('a relationship type is of relationship goals only', () => {
  const body = newGoalBody({ ...place, relationshipTypeId: 'R1', way: { sentAs: 'id' } }, fields, drafts, '2026-11-23')
  expect(body.requests[0]?.record).not.toHaveProperty('RelationshipTypeId')
})

test('what is missing is said', () => {
  expect(missing(place, entityWords)).toBeNull()
  expect(missing({ ...place, entityType: 'OPPORTUNITY' }, entityWords)).toBe('Choose the opportunity first.')
})
