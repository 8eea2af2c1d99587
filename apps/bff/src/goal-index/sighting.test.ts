import { describe, expect, it } from 'vitest'
import type { GoalRecord } from './goal-record.ts'
import { fetchedSighting, selectionOf } from './sighting.ts'

const goal = (fields: GoalRecord['fields'], CTA: string[] = []): GoalRecord => ({ gsid: 'G1', fields, CTA, SP: [] })
const selection = selectionOf(['Name', 'DueDate'])

describe('fetchedSighting', () => {
  it('empties a selected field that did not come, and keeps one that was not selected', () => {
    const before = goal({ Name: 'Old', DueDate: '2027-01-01', Region__gc: 'EMEA' })
    expect(fetchedSighting(goal({ Name: 'New' }), selection).merge(before)).toEqual(
      goal({ Name: 'New', Region__gc: 'EMEA' }),
    )
  })

  it('has one hash for one answer, whatever the order of its fields', () => {
    const hash = (fields: GoalRecord['fields'], CTA?: string[]) => fetchedSighting(goal(fields, CTA), selection).hash
    expect(hash({ Name: 'A', DueDate: '2027-01-01' })).toBe(hash({ DueDate: '2027-01-01', Name: 'A' }))
    expect(hash({ Name: 'A' })).not.toBe(hash({ Name: 'B' }))
    expect(hash({ Name: 'A' })).not.toBe(hash({ Name: 'A' }, ['C1']))
  })

  it('has another hash where other fields were asked for: their absence says something else', () => {
    const narrow = fetchedSighting(goal({ Name: 'A' }), selectionOf(['Name']))
    expect(narrow.hash).not.toBe(fetchedSighting(goal({ Name: 'A' }), selection).hash)
  })
})
