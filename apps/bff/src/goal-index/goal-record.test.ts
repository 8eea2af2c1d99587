import { describe, expect, it } from 'vitest'
import { type FieldTypes, readGoal } from './goal-record.ts'
import { columnsOf, recordOf, type GoalRow } from './goal-row.ts'

const option = (value: string, label: string) => ({ value, label, active: true })
const types: FieldTypes = new Map([
  ['DueDate', { type: 'date', options: [] }],
  ['CreatedDate', { type: 'datetime', options: [] }],
  ['Day__gc', { type: 'date', options: [] }],
  ['Amount__gc', { type: 'number', options: [] }],
  ['Agreed__gc', { type: 'boolean', options: [] }],
  ['Driver__gc', { type: 'picklist', options: [option('1I00A', 'Cost'), option('1I00B', 'Growth')] }],
  ['Products__gc', { type: 'multipicklist', options: [option('1I00C', 'Core'), option('1I00D', 'Plus')] }],
])

const read = (dataList: Record<string, unknown>, links: object = {}) => readGoal({ dataList, ...links }, types)
const fieldsOf = (fields: Record<string, unknown>) => read({ Gsid: 'G1', ...fields })?.fields

describe('readGoal', () => {
  it('leaves out what is empty, and does not take an entry without a Gsid for a goal', () => {
    expect(fieldsOf({ Name: 'A goal', Description: '', CompanyId: null, RelationshipId: undefined })).toEqual({
      Gsid: 'G1',
      Name: 'A goal',
    })
    expect(read({ Name: 'No goal' })).toBeNull()
  })

  it('reads dates and instants of every dialect of the tenant, and no others', () => {
    expect(fieldsOf({ DueDate: '2027-03-31' })).toMatchObject({ DueDate: '2027-03-31' })
    expect(fieldsOf({ DueDate: '2027-03-31T00:00:00Z' })).toMatchObject({ DueDate: '2027-03-31' })
    expect(fieldsOf({ Day__gc: Date.UTC(2027, 2, 31) })).toMatchObject({ Day__gc: '2027-03-31' })
    expect(fieldsOf({ CreatedDate: '1675156758024' })).toMatchObject({ CreatedDate: 1675156758024 })
    expect(fieldsOf({ CreatedDate: 1675156758024.5 })).toMatchObject({ CreatedDate: 1675156758024 })
    expect(fieldsOf({ DueDate: 'soon' })).toEqual({ Gsid: 'G1' })
    expect(fieldsOf({ DueDate: '0000-01-01' })).toEqual({ Gsid: 'G1' })
  })

  it('reads numbers and booleans that come as texts', () => {
    expect(fieldsOf({ Amount__gc: '12.50', Agreed__gc: 'false' })).toMatchObject({
      Amount__gc: 12.5,
      Agreed__gc: false,
    })
  })

  it('tells picklist items by their label, whether they come as labels or ids, joined or as a list', () => {
    expect(fieldsOf({ Driver__gc: '1I00B' })).toMatchObject({ Driver__gc: 'Growth' })
    expect(fieldsOf({ Driver__gc: 'Growth' })).toMatchObject({ Driver__gc: 'Growth' })
    expect(fieldsOf({ Products__gc: '1I00C;Plus' })).toMatchObject({ Products__gc: ['Core', 'Plus'] })
    expect(fieldsOf({ Products__gc: ['1I00D'] })).toMatchObject({ Products__gc: ['Plus'] })
    expect(fieldsOf({ Products__gc: ['Retired item'] })).toMatchObject({ Products__gc: ['Retired item'] })
  })

  it('does not take related records for fields', () => {
    expect(fieldsOf({ StatusId: 'S1', StatusId__gr: { Name: 'New' }, 'CompanyId__gr.Name': 'IBM' })).toEqual({
      Gsid: 'G1',
      StatusId: 'S1',
    })
  })

  it('reads both shapes of the association arrays, each id once, in one order', () => {
    expect(read({ Gsid: 'G1' }, { associatedCTAs: ['C2', 'C1', 'C2'], associatedSPs: [{ Gsid: 'P1' }] })).toMatchObject(
      {
        CTA: ['C1', 'C2'],
        SP: ['P1'],
      },
    )
    expect(read({ Gsid: 'G1' })).toMatchObject({ CTA: [], SP: [] })
  })

  it('takes out what PostgreSQL does not store in a text', () => {
    expect(fieldsOf({ Name: 'a\0b\ud800c' })).toMatchObject({ Name: 'ab\ufffdc' })
  })
})

describe('columnsOf', () => {
  it('is undone by recordOf', () => {
    const goal = read(
      { Gsid: 'G1', Name: 'A goal', DueDate: '2027-03-31', Amount__gc: 3, Surprise: 'kept', CreatedDate: 5 },
      { associatedCTAs: ['C1'] },
    )
    if (!goal) throw new Error('The goal was not read')
    const resolved = {
      status_name: null,
      status_meaning: null,
      company_name: 'IBM',
      company: {},
      relationship_name: null,
    }
    const others = { opportunity_name: null, created_by_name: null, modified_by_name: null, hash: '' }
    const row: GoalRow = { ...columnsOf(goal), ...resolved, ...others, linked: {}, linked_terms: [] }
    expect(recordOf(row)).toEqual(goal)
  })

  it('keeps the words of a description beside it', () => {
    const columns = columnsOf({ gsid: 'G1', fields: { Description: '<p>Cut <b>costs</b></p>' }, CTA: [], SP: [] })
    expect(columns.description_text).toBe('Cut costs')
  })
})
