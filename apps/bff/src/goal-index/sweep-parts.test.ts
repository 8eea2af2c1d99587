import { describe, expect, it } from 'vitest'
import type { GoalRecord } from './goal-record.ts'
import { type Part, type PartField, splitPart, strayBy, type Traits, whereOf, withoutField } from './sweep-parts.ts'

const traits = (given: Partial<Traits>): Traits => ({
  CreatedDate: null,
  ModifiedDate: null,
  CompanyId: null,
  StatusId: null,
  ...given,
})
const goal = (fields: GoalRecord['fields']): GoalRecord => ({ gsid: 'G', fields, CTA: [], SP: [] })
const usable = new Set<PartField>()

/** How many of the goals lie in each part. */
const counts = (parts: Part[], goals: Traits[]) =>
  parts.map((part) => goals.filter((each) => strayBy(part, goal(withoutNulls(each))) === null).length)
const withoutNulls = (fields: Traits) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

describe('whereOf', () => {
  it('asks for every goal without a filter', () => {
    expect(whereOf([], 'epoch')).toBeUndefined()
  })

  it('joins limits by AND alone, and writes instants as the tenant takes them', () => {
    const part: Part = [
      { field: 'CreatedDate', from: 0, to: 1000 },
      { field: 'StatusId', value: 'S1' },
    ]
    expect(whereOf(part, 'iso')).toEqual({
      conditions: [
        { alias: 'A', fieldName: 'CreatedDate', operator: 'GTE', value: ['1970-01-01T00:00:00.000Z'] },
        { alias: 'B', fieldName: 'CreatedDate', operator: 'LT', value: ['1970-01-01T00:00:01.000Z'] },
        { alias: 'C', fieldName: 'StatusId', operator: 'EQ', value: ['S1'] },
      ],
      expression: 'A AND B AND C',
    })
    expect(whereOf([{ field: 'CreatedDate', from: 5, to: null }], 'epoch')?.conditions).toMatchObject([{ value: [5] }])
    expect(whereOf([{ field: 'CreatedDate', blank: true }], 'epoch')?.conditions).toMatchObject([
      { operator: 'IS_NULL' },
    ])
  })
})

describe('splitPart', () => {
  const goals = Array.from({ length: 1000 }, (_, index) => traits({ CreatedDate: 5000 + index * 7 }))

  it('cuts by creation date into pieces that fit on a page, and leaves no goal out', () => {
    const split = splitPart([], goals, { pageSize: 100, unusable: usable })
    expect(split?.isWhole).toBe(true)
    const inParts = counts(split?.parts ?? [], goals)
    expect(Math.max(...inParts)).toBeLessThan(100)
    expect(inParts.reduce((sum, count) => sum + count)).toBe(goals.length)
    expect(
      counts(split?.parts ?? [], [traits({}), traits({ CreatedDate: -1 }), traits({ CreatedDate: 1e13 })]),
    ).toHaveLength(14)
    expect(split?.parts.filter((part) => strayBy(part, goal({ CreatedDate: 1e13 })) === null)).toHaveLength(1)
    expect(split?.parts.filter((part) => strayBy(part, goal({})) === null)).toHaveLength(1)
  })

  it('narrows a piece that proved too large, and only that', () => {
    const piece: Part = [{ field: 'CreatedDate', from: 5000, to: 6000 }]
    const within = goals.filter(({ CreatedDate }) => (CreatedDate ?? 0) < 6000)
    const split = splitPart(piece, within, { pageSize: 50, unusable: usable })
    const inParts = counts(split?.parts ?? [], goals)
    expect(Math.max(...inParts)).toBeLessThan(50)
    expect(inParts.reduce((sum, count) => sum + count)).toBe(within.length)
  })

  it('goes on to the next field where many goals were created in one instant', () => {
    const imported = Array.from({ length: 300 }, (_, index) => traits({ CreatedDate: 42, ModifiedDate: index }))
    const first = splitPart([], imported, { pageSize: 100, unusable: usable })
    const instant = first?.parts.find((part) => strayBy(part, goal({ CreatedDate: 42 })) === null) ?? []
    expect(instant).toEqual([{ field: 'CreatedDate', from: 42, to: 43 }])
    const second = splitPart(instant, imported, { pageSize: 100, unusable: usable })
    expect(second?.isWhole).toBe(true)
    expect(Math.max(...counts(second?.parts ?? [], imported))).toBeLessThan(100)
  })

  it('falls back on companies and statuses, which may leave out what nobody knows', () => {
    const companies = [traits({ CompanyId: 'C1', StatusId: 'S1' }), traits({ CompanyId: 'C2', StatusId: 'S1' })]
    const unusable = new Set<PartField>(['CreatedDate', 'ModifiedDate'])
    const split = splitPart([], companies, { pageSize: 1, unusable })
    expect(split).toEqual({
      parts: [[{ field: 'CompanyId', value: 'C1' }], [{ field: 'CompanyId', value: 'C2' }]],
      isWhole: false,
    })
    const second = splitPart([{ field: 'CompanyId', value: 'C1' }], companies, { pageSize: 1, unusable })
    expect(second?.parts).toEqual([
      [
        { field: 'CompanyId', value: 'C1' },
        { field: 'StatusId', value: 'S1' },
      ],
    ])
    const all = new Set<PartField>([...unusable, 'CompanyId', 'StatusId'])
    expect(splitPart([], companies, { pageSize: 1, unusable: all })).toBeNull()
  })
})

describe('withoutField', () => {
  it('takes back what was split by a field that the tenant does not filter by', () => {
    const parts: Part[] = [
      [{ field: 'CreatedDate', from: null, to: 5 }],
      [
        { field: 'CreatedDate', from: 5, to: null },
        { field: 'StatusId', value: 'S1' },
      ],
    ]
    expect(withoutField(parts, 'CreatedDate')).toEqual([[]])
    expect(withoutField(parts, 'CompanyId')).toEqual(parts)
  })
})
