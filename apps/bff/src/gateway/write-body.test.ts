import { expect, test } from 'vitest'
import { createKeyOf, digestOf, parentOf, parseWrite, stamped, targetsOf } from './write-body.ts'

const gsid = (start: string) => start.padEnd(36, 'A')
const goal = gsid('1CG0')
const company = gsid('1P02')
const cta = gsid('1S01')
const plan = gsid('1S02')

function update(record: object, links: object = {}) {
  const write = parseWrite('update', { requests: [{ record: { Gsid: goal, ...record }, ...links }] })
  if (write.kind !== 'update') throw new Error('not an update')
  return write
}
function create(record: object, more: object = {}) {
  const body = {
    requests: [{ record: { Name: 'Grow', StatusName: 'New', EntityType: 'COMPANY', ...record } }],
    ...more,
  }
  const write = parseWrite('create', body)
  if (write.kind !== 'create') throw new Error('not a create')
  return write
}
const lookup = (fields: Record<string, string>) => ({
  lookups: {
    CompanyId: {
      fields,
      lookupField: 'Gsid',
      objectName: 'company',
      multiMatchOption: 'FIRSTMATCH',
      onNoMatch: 'ERROR',
    },
  },
})

test('a body that is wrong is the fault of who brought it, with the fields to mend', () => {
  expect(() => update({ Name: '' })).toThrow(
    expect.objectContaining({
      code: 'invalid',
      details: expect.objectContaining({ fields: { Name: expect.any(String) } }),
    }),
  )
})

test('an update touches its fields, the status by its id, and each of its links', () => {
  const { body } = update(
    { Name: ' Grow ', StatusName: 'On Track', DueDate: '', Tags__gc: ['a', 'b'], Score__gc: 7 },
    { association: { CTA: [cta] }, dissociation: { SP: [plan] } },
  )
  expect(Object.fromEntries(targetsOf(body))).toEqual({
    Name: { value: 'Grow' },
    StatusId: { statusName: 'On Track' },
    DueDate: { value: null },
    Tags__gc: { value: 'a;b' },
    Score__gc: { value: '7' },
    [`CTA/${cta}`]: { value: 'linked' },
    [`SP/${plan}`]: { value: null },
  })
})

test('a parent named by its Gsid is the same parent, directly or through a lookup', () => {
  const byId = create({ CompanyId: company }).body
  const byLookup = create({ CompanyName: company }, lookup({ CompanyName: 'Gsid' })).body
  expect(parentOf(byId)).toEqual({ by: 'id', field: 'CompanyId', gsid: company })
  expect(parentOf(byLookup)).toEqual(parentOf(byId))
  expect(createKeyOf(byLookup)).toBe(createKeyOf(byId))
})

test('a parent named by anything else is what the lookup says', () => {
  const { body } = create({ CompanyName: 'Harborline' }, lookup({ CompanyName: 'Name' }))
  expect(parentOf(body)).toEqual({
    by: 'lookup',
    field: 'CompanyId',
    objectName: 'company',
    lookupField: 'Gsid',
    match: { Name: 'Harborline' },
  })
})

test('creates of another name or parent do not stand in each other’s way', () => {
  const keys = [
    create({ CompanyId: company }),
    create({ CompanyId: gsid('1P02B') }),
    create({ CompanyId: company, Name: 'Shrink' }),
    create({ CompanyName: company }, lookup({ CompanyName: 'Name' })),
  ].map(({ body }) => createKeyOf(body))
  expect(new Set(keys).size).toBe(keys.length)
  expect(createKeyOf(create({ CompanyId: company, Name: ' Grow ', StatusName: 'Old' }).body)).toBe(keys[0])
})

test('a stamp is added to what is sent, and does not make it another request', () => {
  const write = create({ CompanyId: company })
  const sent = stamped(write.body, 'Origin__gc', 'id-1')
  expect(sent.requests[0]?.record).toMatchObject({ Name: 'Grow', Origin__gc: 'id-1' })
  expect(stamped(write.body, null, 'id-1')).toBe(write.body)
  expect(digestOf(write)).toBe(digestOf(create({ CompanyId: company })))
  expect(digestOf(write)).not.toBe(digestOf(create({ CompanyId: company, DueDate: '2027-01-01' })))
})
