import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GainsightError } from './error.ts'
import { updateGoalBody, updateGoalRequestSchema } from './goal-update.ts'
import { createGoalBody, createGoalRequestSchema, type NewGoal } from './goal-create.ts'
import { checkRequest } from './request-check.ts'

const gsid = '1CG03GFNBH1NOBHOND412PHFQQEPGXWOQ1T9'
const cta = '1S010R2NEBJLG2RT8IP6XWLYWZDDAVCXEK5J'
const plan = '1S02J57N1K69N1VBJKLIBNH5YIJBBWEUOK4B'
const company = '1P02GZA9BI8FRI07JF95E331G0FA4RHW6LUB'

type Schema = typeof updateGoalRequestSchema | typeof createGoalRequestSchema

/** What a request is told to mend, by field; null when it is accepted. */
function faults(schema: Schema, request: unknown): Record<string, string> | null {
  try {
    checkRequest<unknown>(schema, request)
    return null
  } catch (error) {
    const { kind, outcome, fields } = error as GainsightError
    expect({ kind, outcome }).toEqual({ kind: 'refused', outcome: 'not-applied' })
    return fields
  }
}

const update = (request: unknown) => faults(updateGoalRequestSchema, { requests: [request] })
const updateRecord = (record: object) => update({ record: { Gsid: gsid, ...record } })
const create = (record: object, rest: object = {}) =>
  faults(createGoalRequestSchema, {
    requests: [{ record: { Name: 'Cut tickets', StatusName: 'New', EntityType: 'COMPANY', ...record } }],
    ...rest,
  })

describe('an update', () => {
  test('takes any of its fields, custom ones of every kind, and links both ways', () => {
    const record = { Gsid: gsid, Name: 'A', StatusName: 'On Track', DueDate: '2024-02-29', Description: '<p>Ä</p>' }
    const custom = { text__gc: 'x', number__gc: 1.5, flag__gc: false, labels__gc: ['a', 'b'], none__gc: null }
    expect(
      update({ record: { ...record, ...custom }, association: { CTA: [cta] }, dissociation: { SP: [plan] } }),
    ).toBeNull()
  })

  test('may clear a due date and a description: whether the tenant does is its own affair', () => {
    for (const empty of ['', null]) expect(updateRecord({ DueDate: empty, Description: empty })).toBeNull()
  })

  test('never sends a name or a status that is empty', () => {
    expect(updateRecord({ Name: '  ', StatusName: '' })).toEqual({
      Name: 'Name must not be empty.',
      StatusName: 'StatusName must not be empty.',
    })
  })

  test('has due dates that exist, written YYYY-MM-DD', () => {
    for (const DueDate of ['2023-02-29', '31.12.2023', '2023-12-31T00:00:00Z', 'tomorrow']) {
      expect(updateRecord({ DueDate })).toEqual({
        DueDate: 'DueDate must be a day of the calendar, written YYYY-MM-DD.',
      })
    }
  })

  test('never sends an empty list or an empty block', () => {
    const record = { Gsid: gsid, Name: 'A' }
    expect(update({ record, association: { CTA: [] } })).toEqual({
      CTA: 'CTA must not be an empty list: leave it out.',
    })
    expect(update({ record, dissociation: { SP: [] } })).toEqual({ SP: 'SP must not be an empty list: leave it out.' })
    expect(update({ record, dissociation: {} })).toEqual({
      dissociation: 'dissociation must name CTAs or success plans, or be left out.',
    })
  })

  test('does not link and unlink the same thing, nor change nothing', () => {
    const links = { CTA: [cta] }
    expect(update({ record: { Gsid: gsid }, association: links, dissociation: links })).toEqual({
      CTA: `CTA ${cta} stands in association and in dissociation.`,
    })
    expect(update({ record: { Gsid: gsid } })).toEqual({ record: 'The update changes nothing.' })
  })

  test('names what it does not take', () => {
    expect(updateRecord({ CompanyId: company, Nmae: 'A', toString: 'x' })).toEqual({
      CompanyId: 'CompanyId cannot be set in an update.',
      Nmae: 'Nmae cannot be set in an update.',
      toString: 'toString cannot be set in an update.',
    })
    expect(update({ record: { Gsid: gsid, Name: 'A' }, Association: {} })).toEqual({
      request: 'request does not take Association.',
    })
    expect(updateRecord({ a__gc: { b: 1 } })).toEqual({ a__gc: 'a__gc does not take a value of this kind.' })
    expect(update({ record: { Gsid: gsid }, association: { CTA: ['42'] } })).toEqual({
      CTA: 'CTA holds something that is not a Gsid (36 digits and capital letters).',
    })
  })

  test('is of exactly one goal', () => {
    const one = { record: { Gsid: gsid, Name: 'A' } }
    for (const requests of [[], [one, one]]) {
      expect(faults(updateGoalRequestSchema, { requests })).toEqual({
        requests: 'requests must hold exactly one goal: Gainsight takes one in a call.',
      })
    }
    expect(faults(updateGoalRequestSchema, {})).toEqual({ requests: 'requests is missing.' })
    expect(faults(updateGoalRequestSchema, 'x')).toEqual({ request: 'request must be an object.' })
    expect(update({ record: { Name: 'A' } })).toEqual({ Gsid: 'Gsid is missing.' })
  })

  test('has a size', () => {
    expect(updateRecord({ Name: 'x'.repeat(1001), Description: 'x'.repeat(500_001) })).toEqual({
      Name: 'Name must be no longer than 1000.',
      Description: 'Description must be no longer than 500000.',
    })
  })
})

describe('a create', () => {
  const byName = { CompanyName: 'IBM' }
  const lookup = { lookupField: 'Gsid', objectName: 'company', multiMatchOption: 'FIRSTMATCH', onNoMatch: 'ERROR' }
  const lookups = { CompanyId: { ...lookup, fields: { CompanyName: 'Name' } } }

  test('names its parent by Gsid, or by a field that a lookup resolves', () => {
    expect(create({ CompanyId: company })).toBeNull()
    expect(create(byName, { lookups })).toBeNull()
    const byOtherField = { CompanyId: { ...lookup, fields: { Domain: 'Domain__gc' } } }
    expect(create({ Domain: 'ibm.com' }, { lookups: byOtherField })).toBeNull()
  })

  test('is refused without a parent, with one of another kind, or with a name that nothing resolves', () => {
    expect(create({})).toEqual({ CompanyId: 'A COMPANY goal needs CompanyId, or CompanyName with a lookup.' })
    expect(create({ EntityType: 'RELATIONSHIP', CompanyId: company })).toEqual({
      RelationshipId: 'A RELATIONSHIP goal needs RelationshipId, or RelationshipName with a lookup.',
    })
    expect(create(byName)).toEqual({ CompanyName: 'CompanyName needs a lookup that resolves it.' })
    expect(create({ CompanyId: company }, { lookups })).toEqual({
      CompanyName: 'CompanyName is missing: a lookup searches by it.',
    })
  })

  test('has lookups of the documented form', () => {
    const bad = {
      CompanyId: {
        fields: {},
        lookupField: 'Gsid',
        objectName: 'company',
        multiMatchOption: 'ANY',
        onNoMatch: 'ERROR',
      },
    }
    expect(create(byName, { lookups: bad })).toEqual({
      'lookups.CompanyId.fields': 'fields must name at least one field to match.',
      'lookups.CompanyId.multiMatchOption': 'lookups.CompanyId.multiMatchOption must be FIRSTMATCH or MARKASERROR.',
    })
  })

  test('names what is missing and what it does not take', () => {
    const request = { requests: [{ record: { EntityType: 'TEAM' }, dissociation: { CTA: [cta] } }] }
    expect(faults(createGoalRequestSchema, request)).toEqual({
      Name: 'Name is missing.',
      StatusName: 'StatusName is missing.',
      EntityType: 'EntityType must be COMPANY or RELATIONSHIP or OPPORTUNITY.',
      request: 'request does not take dissociation.',
    })
    expect(create({ CompanyId: company, Gsid: gsid })).toEqual({ Gsid: 'Gsid cannot be set in a create.' })
    expect(create({ CompanyId: company, DueDate: '' })).toEqual({
      DueDate: 'DueDate must be a day of the calendar, written YYYY-MM-DD.',
    })
  })
})

describe('the bodies that the builders make', () => {
  test('an update says only what changes', () => {
    expect(updateGoalBody({ gsid, record: { Name: 'A' }, link: { CTA: [], SP: [plan] }, unlink: { CTA: [] } })).toEqual(
      {
        requests: [{ record: { Gsid: gsid, Name: 'A' }, association: { SP: [plan] } }],
      },
    )
  })

  test('a create names a parent by its Gsid', () => {
    const parent = { entityType: 'RELATIONSHIP', gsid: company, sentAs: 'id' } as const
    expect(createGoalBody({ parent, record: { Name: 'A', StatusName: 'New' }, link: { CTA: [cta] } })).toEqual({
      requests: [
        {
          record: { Name: 'A', StatusName: 'New', EntityType: 'RELATIONSHIP', RelationshipId: company },
          association: { CTA: [cta] },
        },
      ],
    })
  })

  test('a create names a parent by a lookup on its Gsid, which no second one of the same name can match', () => {
    const parent = { entityType: 'COMPANY', gsid: company, sentAs: 'lookup', objectName: 'company' } as const
    expect(createGoalBody({ parent, record: { Name: 'A', StatusName: 'New' } })).toEqual({
      requests: [{ record: { Name: 'A', StatusName: 'New', EntityType: 'COMPANY', CompanyName: company } }],
      lookups: { CompanyId: { ...lookupOnGsid, fields: { CompanyName: 'Gsid' } } },
    })
  })

  test('are always accepted, and never hold an empty list or block', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[0-9A-Z]{36}$/), { maxLength: 4 })
    const links = fc.record({ CTA: ids, SP: ids }, { requiredKeys: [] })
    const record: fc.Arbitrary<NewGoal> = fc.constant({ Name: 'A', StatusName: 'New', DueDate: '2027-03-31', x__gc: 1 })
    const sentAs = fc.constantFrom({ sentAs: 'id' } as const, { sentAs: 'lookup', objectName: 'company' } as const)
    fc.assert(
      fc.property(record, links, links, sentAs, (goal, link, unlink, how) => {
        const others = (kind: 'CTA' | 'SP') => unlink[kind]?.filter((id) => !link[kind]?.includes(id)) ?? []
        const change = updateGoalBody({ gsid, record: goal, link, unlink: { CTA: others('CTA'), SP: others('SP') } })
        const creation = createGoalBody({
          parent: { entityType: 'COMPANY', gsid: company, ...how },
          record: goal,
          link,
        })
        expect(faults(updateGoalRequestSchema, change)).toBeNull()
        expect(faults(createGoalRequestSchema, creation)).toBeNull()
        expect(JSON.stringify([change, creation])).not.toMatch(/\[\]|\{\}/)
      }),
    )
  })
})

const lookupOnGsid = { lookupField: 'Gsid', objectName: 'company', multiMatchOption: 'FIRSTMATCH', onNoMatch: 'ERROR' }
