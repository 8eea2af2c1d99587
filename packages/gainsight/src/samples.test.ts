import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { GainsightError } from './error.ts'
import { updateGoalRequestSchema } from './goal-update.ts'
import { createGoalRequestSchema } from './goal-create.ts'
import { associatedIds, fetchGoalsRequestSchema } from './goals.ts'
import { readReply } from './reply.ts'
import { checkRequest } from './request-check.ts'
import type { TenantRoute } from './route.ts'
import { tenantRoutes, type ReplyOf, type RouteName } from './routes.ts'
import { readField } from './rows.ts'

/** A sample of customer-goals-api.txt as it stands there. */
const sample = (name: string) => readFileSync(new URL(`../test-fixtures/${name}.json`, import.meta.url), 'utf8')
const parsed = (name: string) => JSON.parse(sample(name)) as Record<string, unknown>

function read<Name extends RouteName>(routeName: Name, text: string, status = 200): ReplyOf<Name> {
  const answer = { status, contentType: 'application/json', text }
  const route: TenantRoute = tenantRoutes[routeName]
  return readReply(answer, route) as ReplyOf<Name>
}

function failure(routeName: RouteName, text: string, status: number): GainsightError {
  try {
    read(routeName, text, status)
  } catch (error) {
    if (error instanceof GainsightError) return error
    throw error
  }
  throw new Error('The sample of a failure was read as a success.')
}

describe('the samples', () => {
  test('the requests pass unchanged', () => {
    const create = parsed('create-request')
    const update = parsed('update-request')
    const fetch = parsed('fetch-request')
    expect(checkRequest(createGoalRequestSchema, create)).toEqual(create)
    expect(checkRequest(updateGoalRequestSchema, update)).toEqual(update)
    expect(checkRequest(fetchGoalsRequestSchema, fetch)).toEqual(fetch)
  })

  test('the create reply', () => {
    const { goal } = read('createGoal', sample('create-reply'))
    expect(goal).toMatchObject({
      Gsid: '1CG03GFNBH1NOBHOND0312RSO7BB9EGHHBX2',
      DueDate: '2022-12-21',
      CreatedDate: 1675156758024,
    })
    expect(readField(goal, 'StatusId__gr.Name')).toBe('New')
    expect(readField(goal, 'CreatedById__gr.Name')).toBe('Ankith Vaitla')
  })

  test('the update reply', () => {
    expect(read('updateGoal', sample('update-reply'))?.record).toMatchObject({
      Name: 'CG15',
      ModifiedDate: 1675167677167,
    })
  })

  test('the fetch reply', () => {
    const [entry] = read('fetchGoals', sample('fetch-reply')).recordList
    expect(entry?.dataList).toMatchObject({ Name: 'CGnew', DueDate: '2023-02-01' })
    expect(associatedIds(entry!)).toEqual({ CTA: [], SP: [] })
  })

  test('the failure for an invalid status names the field and not the exception', () => {
    const error = failure('createGoal', sample('create-failure-invalid-status'), 500)
    expect(error).toMatchObject({ kind: 'refused', outcome: 'not-applied', tenantCode: null })
    expect(error.message).toBe(
      'Gainsight does not have this status. It says: “Invalid StatusName provided in request”.',
    )
    expect(error.fields).toEqual({ StatusName: 'Gainsight does not have this status.' })
  })

  test('the failure for an invalid field names that field', () => {
    const error = failure('fetchGoals', sample('fetch-failure-invalid-field'), 500)
    expect(error).toMatchObject({ kind: 'refused', outcome: 'not-applied' })
    expect(Object.keys(error.fields)).toEqual(['Gsd'])
  })
})

describe('where the page contradicts itself', () => {
  const envelope = (errorCode: unknown) =>
    JSON.stringify({ ...parsed('failure-envelope'), errorCode, errorDesc: null, message: null })
  const updateOf = (request: object) => checkRequest(updateGoalRequestSchema, { requests: [request] })
  const gsid = '1CG03GFNBH1NOBHOND412PHFQQEPGXWOQ1T9'
  const cta = '1S010R2NEBJLG2RT8IP6XWLYWZDDAVCXEK5J'

  test('the error table says HTTP 400, the samples of the same errors say 500: both are the same refusal', () => {
    const asTable = failure('createGoal', envelope(8010), 400)
    const asSample = failure('createGoal', sample('create-failure-invalid-status'), 500)
    for (const error of [asTable, asSample]) {
      expect(error).toMatchObject({ kind: 'refused', outcome: 'not-applied' })
      expect(Object.keys(error.fields)).toEqual(['StatusName'])
    }
  })

  test('the table gives codes, the samples give none: a refusal does not need one', () => {
    expect(failure('fetchGoals', envelope(8009), 400).tenantCode).toBe('8009')
    expect(failure('fetchGoals', sample('fetch-failure-invalid-field'), 500).tenantCode).toBeNull()
  })

  test('the failure envelope leaves its code open: number, text and nothing are read', () => {
    expect(failure('updateGoal', envelope(8010), 400).tenantCode).toBe('8010')
    expect(failure('updateGoal', envelope('8010'), 400).tenantCode).toBe('8010')
    expect(failure('updateGoal', envelope(null), 400)).toMatchObject({ tenantCode: null, outcome: 'unknown' })
  })

  test('its placeholders are no code and no message', () => {
    const error = failure('updateGoal', sample('failure-envelope'), 400)
    expect(error).toMatchObject({
      tenantCode: null,
      outcome: 'unknown',
      requestId: 'b3551543-82ce-4e7c-81a6-1d2fa3852d15',
    })
    expect(error.message).not.toMatch(/[<>]/)
  })

  test('the sample for an invalid Gsid is a copy of that for an invalid status: how a bad Gsid is told stays unknown', () => {
    expect(parsed('update-failure-invalid-gsid')).toEqual(parsed('create-failure-invalid-status'))
    const guess = sample('update-failure-invalid-gsid').replace('StatusName', 'Gsid')
    expect(failure('updateGoal', guess, 500).outcome).toBe('unknown')
  })

  test('the path in a Spring body lacks the /v1 of the endpoint', () => {
    expect(tenantRoutes.createGoal.path).toBe(`/v1${String(parsed('create-failure-invalid-status')['path'])}`)
  })

  test('the create reply has another name than the request: the reply counts, and the two samples are no pair', () => {
    expect(sample('create-request')).toContain('"Name": "create_test1"')
    expect(read('createGoal', sample('create-reply')).goal.Name).toBe('CG3')
  })

  test('create answers with `goal`, update with `record`', () => {
    expect(Object.keys(read('createGoal', sample('create-reply')))).toContain('goal')
    expect(Object.keys(read('updateGoal', sample('update-reply')) ?? {})).toContain('record')
  })

  test('create tells the status by name and id, update by id only', () => {
    expect(readField(read('createGoal', sample('create-reply')).goal, 'StatusId__gr.Name')).toBe('New')
    const record = read('updateGoal', sample('update-reply'))?.record ?? {}
    expect(record).toHaveProperty('StatusId')
    expect(readField(record, 'StatusId__gr.Name')).toBeUndefined()
  })

  test('the parameter table of update says GSID, its sample says Gsid: Gsid is sent', () => {
    expect(updateOf({ record: { Gsid: gsid, Name: 'A' } })).toBeDefined()
    expect(() => updateOf({ record: { GSID: gsid, Name: 'A' } })).toThrow(GainsightError)
  })

  test('the text of update speaks of associating, its sample shows only dissociation: both are sent', () => {
    expect(updateOf({ record: { Gsid: gsid }, association: { CTA: [cta] } })).toBeDefined()
    expect(updateOf({ record: { Gsid: gsid }, dissociation: { CTA: [cta] } })).toBeDefined()
  })

  test('the status of an update "needs to be filled" and is not mandatory: it may be left out, not empty', () => {
    expect(updateOf({ record: { Gsid: gsid, Name: 'A' } })).toBeDefined()
    expect(() => updateOf({ record: { Gsid: gsid, Name: 'A', StatusName: '' } })).toThrow(
      'StatusName must not be empty.',
    )
  })

  test('create wants "Company, Relationship, Opportunity" in the text and one of them in the table: one is enough', () => {
    expect(sample('create-request')).not.toMatch(/Relationship|Opportunity/)
    expect(checkRequest(createGoalRequestSchema, parsed('create-request'))).toBeDefined()
  })

  test('a template may stand "either" for the mandatory fields, which are starred all the same: they are always sent', () => {
    const record = { EntityType: 'COMPANY', CompanyId: '1P02GZA9BI8FRI07JF95E331G0FA4RHW6LUB', TemplateId: gsid }
    expect(() => checkRequest(createGoalRequestSchema, { requests: [{ record }] })).toThrow(
      'Name is missing. StatusName is missing.',
    )
  })

  test('custom fields are in the samples and not in the parameter tables: they are sent by their name', () => {
    expect(updateOf({ record: { Gsid: gsid, cf_picklist__gc: 'CISCO' } })).toBeDefined()
  })

  test('fetch gives fields that were not selected and leaves out some that were', () => {
    const selected = checkRequest(fetchGoalsRequestSchema, parsed('fetch-request')).select
    const given = Object.keys(read('fetchGoals', sample('fetch-reply')).recordList[0]!.dataList)
    expect(given.filter((field) => !selected.includes(field))).toEqual(['StatusId', 'DueDate', 'Description'])
    expect(selected.filter((field) => !given.includes(field))).toEqual(['RelationshipId', 'OpportunityId'])
  })

  test('dataList is one record and no list', () => {
    expect(Array.isArray(read('fetchGoals', sample('fetch-reply')).recordList[0]!.dataList)).toBe(false)
  })

  test('what an associated CTA or plan looks like is not shown: texts and objects are read alike', () => {
    const entry = {
      dataList: {},
      associatedCTAs: [cta, { Gsid: gsid, Name: 'A' }, cta],
      associatedSPs: [{ gsid: cta }, { GSID: gsid }],
    }
    const reply = JSON.stringify({
      result: true,
      data: { recordList: [entry, { dataList: {}, associatedCTAs: null }] },
    })
    const [first, second] = read('fetchGoals', reply).recordList
    expect(associatedIds(first!)).toEqual({ CTA: [cta, gsid], SP: [cta, gsid] })
    expect(associatedIds(second!)).toEqual({ CTA: [], SP: [] })
  })

  test('an association without an id is not dropped in silence', () => {
    const reply = JSON.stringify({
      result: true,
      data: { recordList: [{ dataList: {}, associatedCTAs: [{ Name: 'A' }] }] },
    })
    expect(failure('fetchGoals', reply, 200).kind).toBe('broken')
  })
})
