import { describe, expect, it } from 'vitest'
import { differencesBetween, isStampedAnew } from './differences.ts'
import type { GoalRecord } from './goal-record.ts'

const goal = (fields: GoalRecord['fields'], links: Partial<GoalRecord> = {}): GoalRecord => ({
  gsid: 'G1',
  fields,
  CTA: [],
  SP: [],
  ...links,
})
const always = () => true

describe('differencesBetween', () => {
  it('names each field that was set, changed or emptied', () => {
    const before = goal({ Name: 'Old', DueDate: '2027-01-01', StatusId: 'S1' })
    const after = goal({ Name: 'New', Description: '<p>More</p>', StatusId: 'S1' })
    expect(differencesBetween(before, after, always)).toEqual([
      { field: 'Name', before: 'Old', after: 'New' },
      { field: 'DueDate', before: '2027-01-01', after: null },
      { field: 'Description', before: null, after: '<p>More</p>' },
    ])
  })

  it('names links by the whole of their lists', () => {
    const before = goal({}, { CTA: ['C1'], SP: ['P1'] })
    const after = goal({}, { CTA: ['C1', 'C2'], SP: ['P1'] })
    expect(differencesBetween(before, after, always)).toEqual([{ field: 'CTA', before: ['C1'], after: ['C1', 'C2'] }])
  })

  it('does not count the stamp that every change brings', () => {
    const before = goal({ Name: 'Same', ModifiedDate: 1, ModifiedById: 'U1' })
    const after = goal({ Name: 'Same', ModifiedDate: 2, ModifiedById: 'U2' })
    expect(differencesBetween(before, after, always)).toEqual([])
    expect(isStampedAnew(before, after)).toBe(true)
    expect(isStampedAnew(before, before)).toBe(false)
  })

  it('does not take a field for empty that was never asked for', () => {
    const after = goal({ New__gc: 'held all along', Name: 'A' })
    expect(differencesBetween(goal({ Name: 'A' }), after, (field) => field !== 'New__gc')).toEqual([])
  })
})
